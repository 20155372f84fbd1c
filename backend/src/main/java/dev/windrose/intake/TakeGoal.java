package dev.windrose.intake;

import dev.windrose.context.AnswerMessage.Telling;
import dev.windrose.context.ThreadMessage;

/** Does what a message wants done, where that is a goal and no news of the world. Implemented by the module that plans. */
public interface TakeGoal {

    /**
     * May be called again for the same message, and then only tells once more.
     *
     * @return whether the message was a goal; then nobody else reads it
     */
    boolean taken(ThreadMessage message, Telling tell);
}
