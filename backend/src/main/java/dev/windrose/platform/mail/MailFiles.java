package dev.windrose.platform.mail;

import dev.windrose.platform.error.AppException;
import java.util.UUID;

/** Knows the files of the workspace. Implemented by the module that keeps them. */
public interface MailFiles {

    record MailFile(String name, String mediaType, byte[] content) {}

    /**
     * As far as the actor may read it.
     *
     * @throws AppException NOT_FOUND, or TOO_LARGE
     */
    MailFile open(UUID id, int largest);
}
