package dev.windrose.records.change;

/** What one record type demands beyond its fields. A bean per rule; it sees each write before it happens, also of previews. */
public interface RecordRule {

    /** The record type it is for. */
    String type();

    /** Refuses through {@link Write#refuse}, derives through {@link Write#set}. */
    void check(Write write);
}
