/** The admin shell speaks English and Korean; each user chooses in the profile. */
export default {
  config: {
    locales: ['ko'],
    // Strapi's Korean says 배포 in some places and 발행 in others; here it is 발행 in all of them.
    translations: {
      ko: {
        'app.utils.publish': '발행',
        'app.utils.unpublish': '발행 취소',
        'app.utils.published': '발행됨',
        'app.utils.already-published': '이미 발행됨',
        'app.utils.ready-to-publish': '발행 준비 완료',
        'app.utils.ready-to-publish-changes': '변경 사항 발행 준비 완료',
        'app.utils.ready-to-unpublish-changes': '발행 취소 준비 완료',
      },
    },
  },
  bootstrap() {},
};
