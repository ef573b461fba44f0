// Passkeys: a form[data-passkey="get" or "create"] asks the browser for a key and takes its answer along.
// `data-ask` is where the question comes from, `data-into` the field for the answer; the form's button with
// data-touch begins. The form's element with data-passkey-trouble shows its sentence when nothing came of it.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

function text(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const keys = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

function question({ publicKey: asked }) {
  const publicKey = { ...asked, challenge: bytes(asked.challenge) };
  if (asked.user) publicKey.user = { ...asked.user, id: bytes(asked.user.id) };
  if (asked.excludeCredentials) publicKey.excludeCredentials = keys(asked.excludeCredentials);
  if (asked.allowCredentials) publicKey.allowCredentials = keys(asked.allowCredentials);
  return { publicKey };
}

function answer(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"])
    if (response[part]) parts[part] = text(response[part]);
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  });
}

async function touch(form) {
  const token = form.elements.csrfmiddlewaretoken.value;
  const asked = await fetch(form.dataset.ask, { method: "POST", headers: { "X-CSRFToken": token } });
  if (!asked.ok) throw new Error(String(asked.status));
  const credential = await navigator.credentials[form.dataset.passkey](question(await asked.json()));
  form.elements[form.dataset.into].value = answer(credential);
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const button = form.querySelector("[data-touch]");
  const trouble = form.querySelector("[data-passkey-trouble]");
  if (!button) continue; // its reader has no passkey
  // Browsers know passkeys only over TLS or on this very machine.
  if (!window.PublicKeyCredential) {
    form.querySelector("[data-passkey-none]")?.removeAttribute("hidden");
    continue;
  }
  for (const part of form.querySelectorAll("[data-passkey-there]")) part.removeAttribute("hidden");
  button.addEventListener("click", async () => {
    if (form.dataset.passkey === "create" && !form.reportValidity()) return;
    trouble.hidden = true;
    button.disabled = true;
    try {
      await touch(form);
    } catch {
      trouble.hidden = false;
      button.disabled = false;
    }
  });
}
