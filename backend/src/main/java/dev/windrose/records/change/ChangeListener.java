package dev.windrose.records.change;

/** Told of each change set after its transaction has been committed. May be lost when the process ends; the event log is not. */
public interface ChangeListener {

    void on(ChangeSet committed);
}
