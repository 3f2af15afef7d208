import type { Problem } from '../core/problem';

const error = (code: string, en: string, ko: string): Problem => ({
  code,
  severity: 'error',
  message: { en, ko },
});

const some = (names: readonly string[]): string =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` … (${names.length})` : '');

const WORDS = (words: string): string => (words === '' ? '' : `\n${words}`);

export const gitMissing = (): Problem =>
  error(
    'git-missing',
    'The program "git" was not found. Install Git 2.38 or newer, or add its folder to PATH.',
    '"git" 프로그램을 찾을 수 없습니다. Git 2.38 이상을 설치하거나 PATH에 그 폴더를 추가하세요.',
  );

export const gitTooOld = (version: string): Problem =>
  error(
    'git-too-old',
    `Git ${version} cannot merge without touching the checkout. Install Git 2.38 or newer.`,
    `Git ${version}은(는) 체크아웃을 건드리지 않고 병합할 수 없습니다. Git 2.38 이상을 설치하세요.`,
  );

export const noRepository = (dir: string): Problem =>
  error(
    'git-no-repository',
    `${dir} is not in a Git repository. Run "git init" or "git clone" there, set git.remote so that the blog is cloned, or turn git.enabled off.`,
    `${dir} 폴더는 Git 저장소 안에 있지 않습니다. "git init"이나 "git clone"을 실행하거나, 복제할 수 있게 git.remote를 설정하거나, git.enabled를 끄세요.`,
  );

export const bareRepository = (dir: string): Problem =>
  error(
    'git-no-work-tree',
    `${dir} is a bare repository, without files. Name the folder of a checkout.`,
    `${dir}은(는) 파일이 없는 베어(bare) 저장소입니다. 체크아웃 폴더를 지정하세요.`,
  );

export const ignoredFolder = (dir: string, root: string): Problem =>
  error(
    'git-ignored-folder',
    `${dir} is ignored by the repository at ${root} and does not belong to it. Make the blog a repository of its own ("git init" or "git clone").`,
    `${dir} 폴더는 ${root} 저장소가 무시하는 폴더라 그 저장소에 속하지 않습니다. 블로그를 별도의 저장소로 만드세요("git init" 또는 "git clone").`,
  );

export const foreignOwner = (dir: string, words: string): Problem =>
  error(
    'git-foreign-owner',
    `Git does not trust ${dir}: it belongs to another user of this machine. Give the folder to the user that runs the CMS, or name it in safe.directory.${WORDS(words)}`,
    `${dir} 폴더가 이 컴퓨터의 다른 사용자 소유라 Git이 신뢰하지 않습니다. CMS를 실행하는 사용자에게 폴더를 넘기거나 safe.directory에 등록하세요.${WORDS(words)}`,
  );

export const detachedHead = (root: string): Problem =>
  error(
    'git-detached-head',
    `No branch is checked out in ${root} (detached HEAD). Check one out: git switch <branch>.`,
    `${root}에 체크아웃된 브랜치가 없습니다(detached HEAD). "git switch <브랜치>"로 브랜치를 체크아웃하세요.`,
  );

export const operationInProgress = (root: string, operation: string): Problem =>
  error(
    'git-in-progress',
    `A ${operation} is in progress in ${root}. Finish it (git ${operation} --continue) or give it up (git ${operation} --abort), then export again.`,
    `${root}에서 ${operation} 작업이 진행 중입니다. 끝내거나(git ${operation} --continue) 취소한(git ${operation} --abort) 뒤 다시 내보내세요.`,
  );

export const otherBranch = (root: string, actual: string, expected: string): Problem =>
  error(
    'git-other-branch',
    `${root} has the branch "${actual}" checked out, but git.branch says "${expected}". Run "git switch ${expected}" there or change git.branch.`,
    `${root}에는 "${actual}" 브랜치가 체크아웃되어 있지만 git.branch는 "${expected}"입니다. 그곳에서 "git switch ${expected}"을(를) 실행하거나 git.branch를 바꾸세요.`,
  );

export const lockHeld = (lock: string): Problem =>
  error(
    'git-locked',
    `${lock} exists: another Git program is at work in the checkout. Wait until it ends; if none is running any more, delete that file. Then export again.`,
    `${lock} 파일이 있습니다. 다른 Git 프로그램이 체크아웃에서 작업 중입니다. 끝날 때까지 기다리세요. 실행 중인 프로그램이 없다면 그 파일을 지운 뒤 다시 내보내세요.`,
  );

export const branchMoves = (branch: string): Problem =>
  error(
    'git-branch-moves',
    `"${branch}" got new commits again and again while ours was made. Export again.`,
    `커밋을 만드는 동안 "${branch}" 브랜치에 새 커밋이 계속 생겼습니다. 다시 내보내세요.`,
  );

export const badPath = (path: string): Problem =>
  error(
    'git-path',
    `"${path}" cannot be a file of the repository: it would leave it, lie behind a link or in .git, or stand where a folder is.`,
    `"${path}"은(는) 저장소의 파일이 될 수 없습니다. 저장소 밖이나 링크 뒤, .git 안에 있거나 폴더가 있는 자리입니다.`,
  );

export const badBranch = (branch: string): Problem =>
  error(
    'git-branch-name',
    `"${branch}" cannot be the name of a branch (see "git help check-ref-format"). Choose another in git.branch or git.branchPrefix.`,
    `"${branch}"은(는) 브랜치 이름이 될 수 없습니다("git help check-ref-format" 참고). git.branch나 git.branchPrefix를 바꾸세요.`,
  );

export const noRemote = (): Problem => ({
  ...error(
    'git-no-remote',
    'The repository has no remote, so nothing was pushed. Add one (git remote add origin <address>) or set git.remote.',
    '저장소에 원격이 없어 푸시하지 않았습니다. 원격을 추가하거나(git remote add origin <주소>) git.remote를 설정하세요.',
  ),
  severity: 'warning',
});

export const unknownRemote = (name: string): Problem =>
  error(
    'git-unknown-remote',
    `git.remote says "${name}", but the checkout has no remote of that name. Add it (git remote add ${name} <address>) or set git.remote to an address.`,
    `git.remote는 "${name}"이지만 체크아웃에 그런 원격이 없습니다. 추가하거나(git remote add ${name} <주소>) git.remote에 주소를 적으세요.`,
  );

export const otherClone = (dir: string): Problem =>
  error(
    'git-other-clone',
    `${dir} is not empty and not a clone of git.remote. Move it away, or name another folder.`,
    `${dir} 폴더가 비어 있지 않고 git.remote의 복제본도 아닙니다. 옮기거나 다른 폴더를 지정하세요.`,
  );

export const branchMissing = (branch: string): Problem =>
  error(
    'git-branch-missing',
    `The remote has no branch "${branch}". Push it there or change git.branch.`,
    `원격에 "${branch}" 브랜치가 없습니다. 그 브랜치를 푸시하거나 git.branch를 바꾸세요.`,
  );

export const unreachable = (words: string): Problem =>
  error(
    'git-unreachable',
    `The remote did not answer. Commits stay here; the next run tries again.${WORDS(words)}`,
    `원격이 응답하지 않습니다. 커밋은 이곳에 남아 있고 다음 실행에서 다시 시도합니다.${WORDS(words)}`,
  );

export const notAllowed = (words: string): Problem =>
  error(
    'git-authentication',
    `The remote did not let us in. Check the deploy key or the token and its rights.${WORDS(words)}`,
    `원격이 접근을 거부했습니다. 배포 키나 토큰과 그 권한을 확인하세요.${WORDS(words)}`,
  );

export const rejected = (branch: string, words: string): Problem =>
  error(
    'git-rejected',
    `The remote rejected the push to "${branch}". The commit stays here; the next run tries again.${WORDS(words)}`,
    `원격이 "${branch}" 브랜치로의 푸시를 거부했습니다. 커밋은 이곳에 남아 있고 다음 실행에서 다시 시도합니다.${WORDS(words)}`,
  );

export const keepsMoving = (branch: string, attempts: number): Problem =>
  error(
    'git-remote-moves',
    `"${branch}" moved on at the remote in each of ${attempts} attempts to push. The commit stays here; the next run tries again.`,
    `푸시를 ${attempts}번 시도하는 동안 원격의 "${branch}" 브랜치가 매번 바뀌었습니다. 커밋은 이곳에 남아 있고 다음 실행에서 다시 시도합니다.`,
  );

export const mergeConflict = (root: string, branch: string, files: readonly string[]): Problem =>
  error(
    'git-conflict',
    `The remote's "${branch}" and ours change the same lines: ${some(files)}. Ours stays as it is. Run "git pull --no-rebase" in ${root}, solve the conflict, commit; the next run carries on.`,
    `원격의 "${branch}" 브랜치와 우리 쪽이 같은 줄을 바꾸었습니다: ${some(files)}. 우리 쪽은 그대로입니다. ${root}에서 "git pull --no-rebase"를 실행해 충돌을 풀고 커밋하세요. 다음 실행이 이어서 진행합니다.`,
  );

export const unrelated = (root: string, branch: string): Problem =>
  error(
    'git-unrelated',
    `"${branch}" of the remote and the one in ${root} have no commit in common. Clone the remote anew, or set git.remote to the right one.`,
    `원격의 "${branch}" 브랜치와 ${root}의 브랜치에 공통 커밋이 없습니다. 원격을 새로 복제하거나 git.remote를 바로잡으세요.`,
  );

export const inTheWay = (root: string, files: readonly string[]): Problem =>
  error(
    'git-blocked',
    `The remote's new commits change files that have uncommitted changes in ${root}: ${some(files)}. Commit them or put them away (git stash), then export again.`,
    `원격의 새 커밋이 ${root}에서 아직 커밋하지 않은 파일을 바꿉니다: ${some(files)}. 커밋하거나 치운(git stash) 뒤 다시 내보내세요.`,
  );

export const gitFailed = (command: string, words: string): Problem =>
  error(
    'git-failed',
    `"git ${command}" failed. Put right what it says and try again.${WORDS(words)}`,
    `"git ${command}" 명령이 실패했습니다. 아래 문제를 해결하고 다시 시도하세요.${WORDS(words)}`,
  );

export const pullRequestFailed = (words: string): Problem => ({
  ...error(
    'pull-request-failed',
    `GitHub did not open the pull request; open it by hand at the address given.${WORDS(words)}`,
    `GitHub가 풀 리퀘스트를 열지 못했습니다. 안내된 주소에서 직접 여세요.${WORDS(words)}`,
  ),
  severity: 'warning',
});
