package dev.windrose.api.problem;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a JSON body could not be read, and why. */
final class ReadableCause {

    private ReadableCause() {}

    static AppException of(HttpMessageNotReadableException error) {
        return Stream.<Throwable>iterate(error, Objects::nonNull, Throwable::getCause)
                .filter(AppException.class::isInstance)
                .map(AppException.class::cast)
                .findFirst()
                .orElseGet(() -> reading(error));
    }

    private static AppException reading(HttpMessageNotReadableException error) {
        return switch (error.getCause()) {
            case UnrecognizedPropertyException unknown ->
                new AppException(
                        CommonError.UNKNOWN_FIELD,
                        "There is no field '" + unknown.getPropertyName() + "'.",
                        path(unknown));
            case InvalidFormatException format ->
                new AppException(
                        CommonError.BAD_VALUE,
                        "'" + path(format) + "' has a value that cannot be read." + choices(format),
                        path(format));
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() ->
                new AppException(
                        CommonError.WRONG_TYPE, "'" + path(mismatch) + "' has the wrong type.", path(mismatch));
            case MismatchedInputException mismatch ->
                new AppException(CommonError.WRONG_TYPE, "The body has the wrong type.");
            case StreamReadException broken -> new AppException(CommonError.MALFORMED, "The body is not valid JSON.");
            case null, default -> new AppException(CommonError.MALFORMED, "The body is missing or cannot be read.");
        };
    }

    private static String choices(InvalidFormatException error) {
        Class<?> type = error.getTargetType();
        return type != null && type.isEnum()
                ? " One of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(value -> value.toString().toLowerCase(java.util.Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."
                : "";
    }

    private static String path(JacksonException error) {
        return error.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
