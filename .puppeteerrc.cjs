// The browser comes with the lockfile (@sparticuz/chromium) or from the system: nothing is fetched on install.
module.exports = { skipDownload: true };
