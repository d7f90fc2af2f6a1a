import type { Case } from './case.ts';
import { everyday } from './everyday.ts';
import { freshFifth } from './fresh-fifth.ts';
import { freshFirst } from './fresh-first.ts';
import { freshFourth } from './fresh-fourth.ts';
import { freshSecond } from './fresh-second.ts';
import { freshSeventh } from './fresh-seventh.ts';
import { freshSixth } from './fresh-sixth.ts';
import { freshThird } from './fresh-third.ts';
import { gateways } from './gateways.ts';
import { google } from './google.ts';
import { bouncesByLanguage } from './languages.ts';
import { microsoft } from './microsoft.ts';
import { oddShapes } from './odd-shapes.ts';
import { otherServers } from './other-servers.ts';
import { postfix } from './postfix.ts';
import { smallServers } from './small-servers.ts';
import { traps } from './traps.ts';
import { unusual } from './unusual.ts';
import { webmail } from './webmail.ts';
import { yahoo } from './yahoo.ts';

export const cases: readonly Case[] = [
  ...google,
  ...microsoft,
  ...yahoo,
  ...webmail,
  ...postfix,
  ...otherServers,
  ...gateways,
  ...oddShapes,
  ...bouncesByLanguage,
  ...unusual,
  ...smallServers,
  ...traps,
  ...everyday,
  ...freshFirst,
  ...freshSecond,
  ...freshThird,
  ...freshFourth,
  ...freshFifth,
  ...freshSixth,
  ...freshSeventh,
];
