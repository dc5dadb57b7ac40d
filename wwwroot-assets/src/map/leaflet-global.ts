// The cluster plug-in looks for a global L; the bundler gives it this one instead.
import L from 'leaflet';

export { L };
