# One image for web and worker. Debian, since the embedded PostgreSQL needs the GNU C library.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json prisma.config.ts ./
COPY prisma prisma
COPY src src
COPY workers workers
COPY seeds seeds
RUN CHECKPOINT_DISABLE=1 npx prisma generate && npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN install --directory --owner=node --group=node --mode=0700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY prisma/migrations prisma/migrations
COPY src/web/assets src/web/assets
COPY src/console/assets src/console/assets
COPY src/scoring/heads src/scoring/heads
COPY seeds seeds
USER node
VOLUME /data
EXPOSE 3000
# node itself, not npm, which would not pass signals on
CMD ["node", "dist/src/server.js"]
