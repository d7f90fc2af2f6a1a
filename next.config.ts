import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { locales } from './lib/domain/base/locale.ts';

const withWords = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: { messages: { path: './lib/i18n/words', format: 'json', locales: 'infer', precompile: true } },
});

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'pg-boss', 'pino', '@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg'],
  typescript: { ignoreBuildErrors: true }, // `npm run check` has the word on types; building twice as long says nothing new.
  turbopack: {
    rules: {
      // React Aria ships its few words in 34 languages; this product needs its own.
      '*.mjs': {
        condition: { path: /react-(aria|stately)[\w./-]*\/intlStrings\.mjs$/ },
        loaders: [{ loader: './lib/i18n/ours-only-loader.cjs', options: { languages: [...locales] } }],
      },
    },
  },
};

export default withWords(config);
