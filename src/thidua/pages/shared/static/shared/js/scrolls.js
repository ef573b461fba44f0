// What scrolls can be reached and moved by the keyboard, in browsers that do not see to it themselves.

import { everywhere } from "./say.js";

const SCROLLING = ".scroll, .tabs, .steps";

const reach = (element) => {
  const scrolls = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  if (scrolls) element.tabIndex = 0;
  else if (element.tabIndex === 0) element.removeAttribute("tabindex");
};
const size = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target)));

everywhere(SCROLLING, (element) => size.observe(element));
// A letter form that arrives late makes what stands inside wider, and the box itself stays as it was.
document.fonts.addEventListener("loadingdone", () => document.querySelectorAll(SCROLLING).forEach(reach));

// On a narrow screen the year opens at today, not in January.
everywhere(".year-box", (box) => {
  const now = box.querySelector(".now-name");
  if (now) box.scrollLeft += now.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth / 2;
});

// The present part of a long row of tabs stands in sight.
everywhere(".tabs [aria-current]", (tab) => {
  const row = tab.closest(".tabs");
  row.scrollLeft += tab.getBoundingClientRect().right - row.getBoundingClientRect().right + 24;
});
