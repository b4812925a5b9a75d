import '@fontsource-variable/noto-sans-arabic';
import './styles/all.css';
import { render } from 'preact';
import { App } from './app/App.js';
import { startKeys } from './app/keys.js';
import { startLive } from './app/live.js';
import { startRouter } from './app/router.js';
import { startSettings } from './app/settings.js';

startSettings();
startRouter();
startKeys();
startLive();
render(<App />, document.querySelector('#app')!);
