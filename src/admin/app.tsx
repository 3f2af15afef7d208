/** The admin shell speaks English and Korean; each user chooses in the profile. */
export default {
  config: {
    locales: ['ko'],
  },
  bootstrap() {},
};
