package dev.windrose.platform.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.windrose.platform.process.DataFolder;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Adds the JSON file once the data folder is ours; before that there may be none to write to. Requests go to the file alone. */
@Component
class LogToFile implements DisposableBean {

    static final String REQUESTS = "dev.windrose.requests";

    private static final String FILE_SIZE = "10MB";
    private static final String ALL_FILES = "100MB";
    private static final int DAYS = 14;

    private final RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();

    LogToFile(ObjectProvider<DataFolder> folder, Environment environment) {
        folder.ifAvailable(claimed -> start(claimed.path().resolve("logs"), environment));
    }

    private void start(Path logs, Environment environment) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("logstash");
        encoder.start();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(logs.resolve("windrose.json").toString());
        appender.setEncoder(encoder);
        var policy = rolling(logs, context);
        appender.setRollingPolicy(policy);
        policy.start();
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        var requests = context.getLogger(REQUESTS);
        requests.setAdditive(false);
        requests.addAppender(appender);
    }

    private SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(Path logs, LoggerContext context) {
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(
                logs.resolve("windrose.%d{yyyy-MM-dd}.%i.json.gz").toString());
        policy.setMaxFileSize(FileSize.valueOf(FILE_SIZE));
        policy.setTotalSizeCap(FileSize.valueOf(ALL_FILES));
        policy.setMaxHistory(DAYS);
        return policy;
    }

    @Override
    public void destroy() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        context.getLogger(REQUESTS).detachAppender(appender);
        appender.stop();
    }
}
