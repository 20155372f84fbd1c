package dev.windrose.journeys.engine.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Events of invented visitors over 24 months, the same at each run: two journeys of six stages, four kinds of touches, sorted by visitor and time. */
record GenerateEvents(long count) {

    static final long START = 1_704_067_200_000_000L;
    static final long MICROS = 731L * 86_400_000_000L;
    static final int KINDS = 16;
    static final int CHANNELS = 8;
    static final int COUNTRIES = 40;
    static final int SEGMENTS = 5;
    static final int PRODUCTS = 4;
    private static final long DAY = 86_400_000_000L;

    interface Into {
        void add(long visitor, long time, int kind, int channel, int country, int segment, int product, long amount)
                throws Exception;
    }

    /** @param into kinds 1 to 6 and 7 to 12 are stages, 13 to 16 touches; codes begin at 1 */
    void write(Into into) throws Exception {
        var random = new SplittableRandom(42);
        var times = new long[400];
        long written = 0;
        for (long visitor = 0; written < count; visitor++) {
            int size = (int)
                    Math.min(Math.min(300, 1 + (int) (-8.9 * Math.log(1 - random.nextDouble()))), count - written);
            long begin = START + random.nextLong(MICROS - 90 * DAY);
            for (int i = 0; i < size; i++) {
                times[i] = begin + random.nextLong(90 * DAY);
            }
            Arrays.sort(times, 0, size);
            int country = 1 + random.nextInt(COUNTRIES);
            int segment = 1 + random.nextInt(SEGMENTS);
            int journey = random.nextInt(2) * 6;
            int stage = 0;
            for (int i = 0; i < size; i++) {
                boolean touch = random.nextInt(100) < 45;
                if (!touch && random.nextInt(100) < 60 && stage < 5) {
                    stage++;
                }
                int kind = touch
                        ? 13 + random.nextInt(4)
                        : 1 + journey + (random.nextInt(100) < 80 ? stage : random.nextInt(6));
                long amount = kind == 6 || kind == 12 ? 1_000 + random.nextLong(1_000_000) : 0;
                into.add(
                        visitor,
                        times[i],
                        kind,
                        1 + random.nextInt(CHANNELS),
                        country,
                        segment,
                        1 + random.nextInt(PRODUCTS),
                        amount);
            }
            written += size;
        }
    }
}
