// What scrolls can be reached and moved by the keyboard, in browsers that do not see to it themselves.

import { everywhere } from "./say.js";

const size = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth + 1 || target.scrollHeight > target.clientHeight + 1;
    if (scrolls) target.tabIndex = 0;
    else if (target.tabIndex === 0) target.removeAttribute("tabindex");
  }
});

everywhere(".scroll, .tabs, .steps", (element) => size.observe(element));

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
