package dev.tieout.matching;

/**
 * How matching decides.
 *
 * <p>Immutable. Start from {@link #balanced()} and change what differs with {@link #toBuilder()}.
 *
 * @param profile how sure a match must be before it is made without asking
 * @param rules the evidence model, or one of the simple rule sets
 * @param inactiveCustomers what becomes of inactive customers
 * @param subCustomers what becomes of jobs and sub-customers
 * @param maxSuggestions how many candidates a client carries at most; 1 to 20
 * @param threads how many threads the work may use; the result does not depend on it; 1 to 64
 * @param keepRecords whether the plan keeps the records, which {@link MatchPlan#explain} needs; without them a plan of a
 *     million records is several hundred megabytes smaller
 */
public record MatchPolicy(
        Profile profile,
        Rules rules,
        Inclusion inactiveCustomers,
        Inclusion subCustomers,
        int maxSuggestions,
        int threads,
        boolean keepRecords) {

    /** How sure a match must be before it is made without asking. */
    public enum Profile {
        /** About one wrong match in 10,000; more is left to a person. */
        STRICT,
        /** About one wrong match in 2,000 to 5,000. The default. */
        BALANCED,
        /** Nothing is matched without a person; what would be a match is the first suggestion. */
        REVIEW_ALL
    }

    /** What counts as evidence. */
    public enum Rules {
        /** All fields, weighed; contradictions veto. The default. */
        EVIDENCE,
        /** An e-mail address that one client and one customer have, and nothing else. */
        EMAIL_ONLY,
        /** A display name that one client and one customer have, and nothing else. */
        DISPLAY_NAME_ONLY,
        /** Both of these. */
        EMAIL_AND_NAME
    }

    /** What becomes of customers of a special kind. */
    public enum Inclusion {
        /** Left out: {@link Bucket#SKIPPED}. The default. */
        SKIP,
        /** Suggested to a person, never matched automatically. */
        SUGGEST,
        /** Treated like any other. */
        MATCH
    }

    public MatchPolicy {
        if (maxSuggestions < 1 || maxSuggestions > 20) {
            throw new IllegalArgumentException("matchPolicy.maxSuggestions must be 1 to 20");
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("matchPolicy.threads must be 1 to 64");
        }
    }

    /**
     * Returns the default policy.
     *
     * @return profile {@link Profile#BALANCED}, all evidence, inactive and sub-customers skipped, five suggestions
     */
    public static MatchPolicy balanced() {
        return new Builder().build();
    }

    /**
     * Returns the default policy with profile {@link Profile#STRICT}.
     *
     * @return the policy
     */
    public static MatchPolicy strict() {
        return new Builder().profile(Profile.STRICT).build();
    }

    /**
     * Returns the default policy with profile {@link Profile#REVIEW_ALL}.
     *
     * @return the policy
     */
    public static MatchPolicy reviewAll() {
        return new Builder().profile(Profile.REVIEW_ALL).build();
    }

    /**
     * Starts a builder that holds this policy's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.profile = profile;
        b.rules = rules;
        b.inactiveCustomers = inactiveCustomers;
        b.subCustomers = subCustomers;
        b.maxSuggestions = maxSuggestions;
        b.threads = threads;
        b.keepRecords = keepRecords;
        return b;
    }

    /** Builds a {@link MatchPolicy}. Not thread-safe. */
    public static final class Builder {
        private Profile profile = Profile.BALANCED;
        private Rules rules = Rules.EVIDENCE;
        private Inclusion inactiveCustomers = Inclusion.SKIP;
        private Inclusion subCustomers = Inclusion.SKIP;
        private int maxSuggestions = 5;
        private int threads = 1;
        private boolean keepRecords = true;

        private Builder() {}

        /**
         * Sets the component of the same name.
         *
         * @param profile how sure a match must be before it is made without asking
         * @return this builder
         */
        public Builder profile(Profile profile) {
            this.profile = profile;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param rules the evidence model, or one of the simple rule sets
         * @return this builder
         */
        public Builder rules(Rules rules) {
            this.rules = rules;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param inactiveCustomers what becomes of inactive customers
         * @return this builder
         */
        public Builder inactiveCustomers(Inclusion inactiveCustomers) {
            this.inactiveCustomers = inactiveCustomers;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param subCustomers what becomes of jobs and sub-customers
         * @return this builder
         */
        public Builder subCustomers(Inclusion subCustomers) {
            this.subCustomers = subCustomers;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param maxSuggestions how many candidates a client carries at most; 1 to 20
         * @return this builder
         */
        public Builder maxSuggestions(int maxSuggestions) {
            this.maxSuggestions = maxSuggestions;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param threads how many threads the work may use; 1 to 64
         * @return this builder
         */
        public Builder threads(int threads) {
            this.threads = threads;
            return this;
        }

        /**
         * Sets the component of the same name.
         *
         * @param keepRecords whether the plan keeps the records
         * @return this builder
         */
        public Builder keepRecords(boolean keepRecords) {
            this.keepRecords = keepRecords;
            return this;
        }

        /**
         * Builds the policy.
         *
         * @return the policy
         * @throws IllegalArgumentException if a number is out of bounds; the message names it
         */
        public MatchPolicy build() {
            return new MatchPolicy(
                    profile, rules, inactiveCustomers, subCustomers, maxSuggestions, threads, keepRecords);
        }
    }
}
