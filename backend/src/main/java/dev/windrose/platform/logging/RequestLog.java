package dev.windrose.platform.logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One line a request. Paths are logged as patterns, because ids and link tokens stand in them. */
@Component
public class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(LogToFile.REQUESTS);

    /** {@code tenant} is empty where nobody is signed in. */
    public void answered(String method, String pattern, int status, long milliseconds, String tenant) {
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("path", pattern)
                .addKeyValue("status", status)
                .addKeyValue("milliseconds", milliseconds)
                .addKeyValue("tenant", tenant)
                .log("request");
    }
}
