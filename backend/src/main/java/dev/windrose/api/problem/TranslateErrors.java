package dev.windrose.api.problem;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.ErrorCode;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error of a request, ours and the framework's, as one problem. What we did not foresee is logged and told without detail. */
@RestControllerAdvice
class TranslateErrors {

    private static final Logger LOG = LoggerFactory.getLogger(TranslateErrors.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(AppException error) {
        return answer(Problem.of(error), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException error) {
        return refused(ReadableCause.of(error));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongParameter(MethodArgumentTypeMismatchException error) {
        return refused(new AppException(
                CommonError.BAD_VALUE, "'" + error.getName() + "' has a value that cannot be read.", error.getName()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missingParameter(MissingServletRequestParameterException error) {
        String name = error.getParameterName();
        return refused(new AppException(CommonError.REQUIRED, "'" + name + "' is required.", name));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> noSuchPath(NoResourceFoundException error) {
        return answer(Problem.of(CommonError.NOT_FOUND, "There is nothing at this address."), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> tooLarge(MaxUploadSizeExceededException error) {
        return answer(Problem.of(CommonError.TOO_LARGE, "The file is too large."), new HttpHeaders());
    }

    /** Policies of the database answer 42501; Spring calls that bad grammar. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, Object>> database(DataAccessException error) {
        if (error.getMostSpecificCause() instanceof SQLException cause && "42501".equals(cause.getSQLState())) {
            LOG.warn("Refused by the database: {}", cause.getSQLState());
            return answer(
                    Problem.of(CommonError.NOT_ALLOWED, "This is not yours to read or change."), new HttpHeaders());
        }
        if (error instanceof DuplicateKeyException) {
            LOG.warn("A duplicate reached the database", error);
            return answer(
                    Problem.of(CommonError.ALREADY_EXISTS, "Something with this key exists already."),
                    new HttpHeaders());
        }
        return unforeseen(error);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, Object>> unforeseen(Exception error) {
        if (error instanceof AsyncRequestNotUsableException) {
            return null;
        }
        if (error instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            int status = response.getStatusCode().value();
            String detail =
                    Optional.ofNullable(response.getBody().getDetail()).orElse("The request cannot be answered.");
            return answer(Problem.of(status, HttpError.of(status), detail, null, Map.of()), response.getHeaders());
        }
        LOG.error("Unforeseen error", error);
        return answer(
                Problem.of(CommonError.INTERNAL, "Something went wrong here. The request id helps to find out what."),
                new HttpHeaders());
    }

    private static ResponseEntity<Map<String, Object>> answer(Problem problem, HttpHeaders headers) {
        var answer = ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.body().get("retry_after") instanceof Number seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return answer.body(problem.body());
    }

    /** Errors of the protocol itself. */
    private enum HttpError implements ErrorCode {
        METHOD_NOT_ALLOWED,
        NOT_ACCEPTABLE,
        UNSUPPORTED_MEDIA_TYPE,
        BAD_REQUEST;

        static ErrorCode of(int status) {
            return switch (status) {
                case 404 -> CommonError.NOT_FOUND;
                case 405 -> METHOD_NOT_ALLOWED;
                case 406 -> NOT_ACCEPTABLE;
                case 413 -> CommonError.TOO_LARGE;
                case 415 -> UNSUPPORTED_MEDIA_TYPE;
                default -> BAD_REQUEST;
            };
        }

        @Override
        public dev.windrose.platform.error.ErrorKind kind() {
            return dev.windrose.platform.error.ErrorKind.INVALID;
        }
    }
}
