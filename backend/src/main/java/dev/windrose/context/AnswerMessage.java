package dev.windrose.context;

/** Reads a message and does what it asks. Implemented by the module that understands messages. */
public interface AnswerMessage {

    /**
     * Runs as the one who wrote the message. May be called again for the same message after a crash, and then must not act twice.
     *
     * @param tell takes each thing understood, written or asked, as an event of the run
     */
    void answer(ThreadMessage message, Telling tell);

    /** Takes the events of a run. */
    @FunctionalInterface
    interface Telling {
        void event(String name, java.util.Map<String, Object> data);
    }
}
