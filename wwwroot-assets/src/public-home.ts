import { distanceKm, readPlace } from './public/nearest';

/** "Nearest to me first": asks for the place only when the button is pressed, and sends it nowhere. */
const button = document.querySelector<HTMLButtonElement>('[data-nearest]');
const list = document.querySelector<HTMLUListElement>('.p-children');
if (button && list && list.children.length > 1 && 'geolocation' in navigator) {
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here: [number, number] = [coords.latitude, coords.longitude];
        const away = (item: Element) => distanceKm(here, readPlace((item as HTMLElement).dataset));
        list.append(...[...list.children].sort((a, b) => away(a) - away(b)));
        button.hidden = true;
      },
      () => {
        button.disabled = false;
      },
      { timeout: 10_000 },
    );
  });
}
