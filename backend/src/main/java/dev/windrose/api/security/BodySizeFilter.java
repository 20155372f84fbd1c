package dev.windrose.api.security;

import dev.windrose.api.problem.WriteProblem;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies larger than any honest one before they are read. Uploaded files have a limit of their own. */
class BodySizeFilter extends OncePerRequestFilter {

    static final long LIMIT = 4L << 20;

    private final WriteProblem problems;

    BodySizeFilter(WriteProblem problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT) {
            problems.to(response, tooLarge());
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new LimitedRequest(request, LIMIT) : request, response);
    }

    static AppException tooLarge() {
        return new AppException(CommonError.TOO_LARGE, "The request is larger than " + (LIMIT >> 20) + " MB.");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }
}
