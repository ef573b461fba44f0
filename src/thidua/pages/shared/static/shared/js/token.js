// The CSRF token of this page's forms: a new sign-in in another tab makes the old one worthless.

const ADDRESS = "/nhap-luu";

/** Puts a fresh token into every form of the page; false while nobody is signed in or the server is out of reach. */
export async function renewed() {
  try {
    const answer = await fetch(ADDRESS, { redirect: "manual" });
    const token = answer.ok && answer.headers.get("X-Form-Token");
    if (!token) return false;
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
    return true;
  } catch {
    return false;
  }
}
