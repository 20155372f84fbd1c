package dev.windrose.journeys.engine.column;

/** Events sorted by entity, then by time. Entities are numbered from 0. */
public interface Columns {

    int entities();

    long rows();

    /** The first row of an entity; for {@code entities()} the number of rows. */
    long start(int entity);

    void times(long from, int count, long[] into, int at);

    void codes(int dimension, long from, int count, int[] into, int at);

    void amounts(long from, int count, long[] into, int at);
}
