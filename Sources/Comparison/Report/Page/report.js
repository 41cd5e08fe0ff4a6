"use strict";
// Filters the list of differences. What pages wrote is compared and counted here, never set as markup.

const byId = (id) => document.getElementById(id);
const form = byId("filters");

if (form) {
  const whole = new Intl.NumberFormat("en");
  const choices = { kind: byId("kind"), field: byId("field"), site: byId("site") };
  const items = Array.from(document.querySelectorAll(".differences > li"), (item) => ({
    item, kind: item.dataset.kind, site: item.dataset.site, fields: item.dataset.fields.split("\n"),
    text: item.textContent.toLowerCase(),
  }));
  const buttons = document.querySelectorAll("button[data-field], button[data-site]");
  const kindOf = (button) => (button.dataset.field === undefined ? "site" : "field");

  const filter = () => {
    const words = byId("text").value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const { kind, field, site } = choices;
    let shown = 0;
    items.forEach((entry) => {
      const fits = (kind.value === "" || entry.kind === kind.value)
        && (field.value === "" || entry.fields.includes(field.value))
        && (site.value === "" || entry.site === site.value)
        && words.every((word) => entry.text.includes(word));
      entry.item.hidden = !fits;
      if (fits) shown += 1;
    });
    byId("matches").textContent = `${whole.format(shown)} of ${whole.format(items.length)} shown`;
    buttons.forEach((button) => {
      const choice = choices[kindOf(button)];
      button.setAttribute("aria-pressed", String(choice.value !== "" && choice.value === button.dataset[kindOf(button)]));
    });
  };

  // A site of the table may have no article among those that are shown.
  const choose = (choice, value) => {
    if (!Array.from(choice.options).some((option) => option.value === value)) choice.add(new Option(value, value));
    choice.value = choice.value === value ? "" : value;
    filter();
    form.scrollIntoView({ block: "nearest" });
  };

  buttons.forEach((button) => {
    button.addEventListener("click", () => choose(choices[kindOf(button)], button.dataset[kindOf(button)]));
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  filter();
}
