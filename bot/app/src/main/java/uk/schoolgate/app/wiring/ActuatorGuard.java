package uk.schoolgate.app.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** On the public port, everything of the actuator but the health probes is for this computer alone. */
@Configuration(proxyBeanMethods = false)
class ActuatorGuard {
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> actuatorFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Guard());
        registration.addUrlPatterns("/actuator/*");
        return registration;
    }

    private static final class Guard extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean probe = request.getRequestURI().startsWith("/actuator/health");
            // Behind a proxy on this computer every caller looks local; the header tells.
            boolean local = InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                    && request.getHeader("X-Forwarded-For") == null;
            if (probe || local) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }
}
