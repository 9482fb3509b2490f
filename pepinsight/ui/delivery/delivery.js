// Hands a file over to the browser from data that came with the page's own signed-in connection.
// Streamlit's download button would put it under an address that anybody on the machine could fetch.

const turns = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  const host = parentElement.querySelector(".delivery");
  if (!data || turns.get(host) === data.turn) return;
  turns.set(host, data.turn);
  const bytes = Uint8Array.from(atob(data.base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: data.type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = data.name;
  link.hidden = true;
  host.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  host.textContent = "Downloaded " + data.name;
}
