// 浏览器随程序安装（或用系统里的），安装时不另外下载。
module.exports = { skipDownload: true };
