// Light or dark: the choice of the person, else of the system. Without storage a choice lasts until the page is left.

const systemDark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : systemDark.matches;
};

function themeButton(changed) {
  const button = at("theme");
  const apply = () => {
    const label = `Switch to the ${isDark() ? "light" : "dark"} theme`;
    button.setAttribute("aria-label", label);
    button.title = label;
    changed();
  };
  try {
    const stored = localStorage.getItem("segue.theme");
    if (stored === "dark" || stored === "light") {
      document.documentElement.dataset.theme = stored;
    }
  } catch {
    // a sandbox has no storage
  }
  systemDark.addEventListener("change", apply);
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("segue.theme", theme);
    } catch {
      // likewise
    }
    apply();
  });
  apply();
}
