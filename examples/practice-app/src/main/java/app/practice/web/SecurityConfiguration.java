package app.practice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Who may do what: an administrator connects and sets up, an accountant works. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    SecurityFilterChain filters(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        .requestMatchers("/app.css", "/sign-in", "/webhooks/**", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/quickbooks/**", "/setup/**", "/settings/**", "/operations/**")
                        .hasRole("ADMIN")
                        // Of all firms, and so for nobody who signs in here: operators read it elsewhere.
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                // QuickBooks signs its notifications, and has no session to forge.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/webhooks/**"))
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/", true).permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/sign-in?out"))
                .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService users(PasswordEncoder passwords) {
        String demo = passwords.encode("tieout");
        return new InMemoryUserDetailsManager(
                User.withUsername("ada@harbor").password(demo).roles("ADMIN").build(),
                User.withUsername("ben@harbor").password(demo).roles("ACCOUNTANT").build(),
                User.withUsername("cora@quay").password(demo).roles("ADMIN").build());
    }
}
