package dev.windrose.intake;

import java.util.UUID;

/** Takes apart the files that somebody drops in the chat. Implemented by the module that knows what messages come as. */
public interface DroppedFiles {

    /** @throws dev.windrose.platform.error.AppException with one sentence that says why it cannot be read */
    DroppedFile read(UUID file);
}
