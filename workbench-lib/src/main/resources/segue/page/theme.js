// The chosen theme, applied before anything is drawn. Without a choice the system's preference holds.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      const theme = localStorage.getItem("segue.theme");
      return theme === "dark" || theme === "light" ? theme : null;
    } catch {
      return null; // a browser may forbid storage: then the choice lasts until the page is left
    }
  }

  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

  function apply(theme) {
    if (theme) {
      root.dataset.theme = theme;
    }
  }

  apply(stored());

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const label = () => {
      const next = isDark() ? "light" : "dark";
      button.setAttribute("aria-label", `Switch to the ${next} theme`);
      button.title = `Switch to the ${next} theme`;
    };
    label();
    system.addEventListener("change", label);
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      apply(theme);
      try {
        localStorage.setItem("segue.theme", theme);
      } catch {
        // see stored()
      }
      label();
    });
  });
})();
