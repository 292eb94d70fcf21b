// The focal point by a click on the picture; the two numbers are the truth, and all there is without this script.
document.addEventListener("DOMContentLoaded", () => {
  const [x, y] = ["id_focal_x", "id_focal_y"].map((id) => document.getElementById(id));
  const box = document.querySelector(".focal");
  if (!x || !y || !box) return;
  const picture = box.querySelector("img");
  const mark = box.appendChild(document.createElement("span"));
  const show = () => {
    mark.style.left = `${x.value}%`;
    mark.style.top = `${y.value}%`;
  };
  const share = (part, whole) => Math.min(100, Math.max(0, Math.round((part / whole) * 100)));
  picture.addEventListener("click", (event) => {
    const frame = picture.getBoundingClientRect();
    x.value = share(event.clientX - frame.left, frame.width);
    y.value = share(event.clientY - frame.top, frame.height);
    for (const input of [x, y]) input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  document.getElementById("id_original")?.addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      picture.src = reader.result;
      box.hidden = false;
    });
    reader.readAsDataURL(file);
  });
  for (const input of [x, y]) for (const kind of ["input", "change"]) input.addEventListener(kind, show);
  show();
});
