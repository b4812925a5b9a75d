import '@fontsource-variable/noto-sans-arabic';
import '../styles/all.css';
import { render } from 'preact';
import { startSettings } from '../app/settings.js';
import { TeamApp } from './TeamApp.js';

startSettings();
render(<TeamApp />, document.querySelector('#app')!);
