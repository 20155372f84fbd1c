package dev.windrose.records.search;

/** An index beside the one of records that is built anew with it. */
public interface AlsoRebuilt {

    void rebuild();
}
