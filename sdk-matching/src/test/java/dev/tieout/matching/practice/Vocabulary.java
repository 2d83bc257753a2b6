package dev.tieout.matching.practice;

import java.util.Random;

/** The words that invented practices are made of, common ones more often than rare ones. */
final class Vocabulary {
    static final String[] GIVEN =
            ("James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph"
                            + " Jessica Thomas Karen Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Betty"
                            + " Mark Ashley Donald Emily Steven Kimberly Andrew Margaret Paul Donna Joshua Michelle Kenneth"
                            + " Carol Kevin Amanda Brian Melissa George Deborah Timothy Stephanie Ronald Rebecca Jason Sharon"
                            + " Edward Laura Jeffrey Cynthia Ryan Dorothy Jacob Amy Gary Kathleen Nicholas Angela Eric Shirley"
                            + " Jonathan Brenda Stephen Emma Larry Anna Justin Pamela Scott Nicole Brandon Samantha Benjamin"
                            + " Katherine Samuel Christine Gregory Helen Alexander Debra Patrick Rachel Frank Carolyn Raymond"
                            + " Janet Jack Maria Dennis Catherine Jerry Heather Tyler Diane Aaron Olivia Jose Julie Adam Joyce"
                            + " Nathan Victoria Henry Ruth Zachary Virginia Douglas Lauren Peter Kelly Kyle Christina Noah Joan"
                            + " Ethan Evelyn Jeremy Judith Walter Andrea Christian Hannah Keith Megan Roger Cheryl Terry"
                            + " Jacqueline Austin Martha Sean Madison Gerald Teresa Carl Gloria Dylan Sara Harold Janice Jordan"
                            + " Ann Jesse Kathryn Bryan Abigail Lawrence Sophia Arthur Frances Gabriel Jean Bruce Judy Zoë José"
                            + " Renée Oscar Łukasz Søren Beatriz Priya Wei Aisha Ivan Olga")
                    .split(" ");
    static final String[] SURNAME =
            ("Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson"
                            + " Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark"
                            + " Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green"
                            + " Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner"
                            + " Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez"
                            + " Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson"
                            + " Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders"
                            + " Patel Myers Long Ross Foster Jimenez O'Brien McDonald O'Neil Müller García Nuñez")
                    .split(" ");
    static final String[] SYLLABLE =
            "ka ve lo rin dal mor tes bur hol win fer gan lud par sil tor vas wey zel bran cor dun esk fal gri hen jor kul lin mar nor ost pre quin rus sta tur ulm vin wal yar"
                    .split(" ");
    static final String[] FIRST =
            "Blue Golden Silver Red Green Summit Harbor Pioneer Liberty Evergreen Northern Southern Eastern Western Central Coastal Mountain River Valley Prairie Sunset Sunrise Iron Copper Granite Cedar Maple Oak Pine Willow Eagle Falcon Lion Bear Wolf Bright Noble Prime Premier Classic Modern Urban Rustic Royal Grand First United Trusted Reliable Precision Advanced Dynamic Apex Vertex Beacon Anchor Compass Keystone Cornerstone Landmark Heritage Legacy"
                    .split(" ");
    static final String[] SECOND =
            "Star Peak Ridge Creek Lake Stone Field Meadow Forest Garden Bridge Gate Tower Castle Arrow Shield Crown Lantern Hammer Anvil Mill Wheel Thunder Rain Sky Cloud Wind Flame Ember Clover Fern Daisy Rose Lily Raven Hawk Owl Stallion Buffalo Tiger Otter Panther Horizon Passage Harvest Cove Island Canyon Mesa"
                    .split(" ");
    static final String[] TRADE =
            "Plumbing Electric Roofing Landscaping Consulting Dental Bakery Catering Photography Marketing Accounting Logistics Construction Painting Flooring Cleaning Security Design Media Realty Insurance Automotive Towing Trucking Fitness Yoga Salon Spa Optical Veterinary Pharmacy Printing Welding Masonry Fencing Janitorial Staffing Software Engineering Architecture Law Brewing Coffee Grill Furniture Jewelry Floral Nursery Farms Aviation Marine"
                    .split(" ");
    static final String[] FORM = "LLC|L.L.C.|, LLC|Inc|, Inc.|Inc.|Corp|Co|LP|LLP|PLLC|PC".split("\\|");
    static final String[] STREET =
            "Main Oak Maple Cedar Elm Washington Lake Hill Park Walnut Spring North Ridge Church Willow Mill River Sunset Railroad Jackson Franklin Cherry Highland Center Prospect Laurel Jefferson Forest Chestnut"
                    .split(" ");
    static final String[] STREET_TYPE = "Street|St,Avenue|Ave,Road|Rd,Drive|Dr,Lane|Ln,Court|Ct".split(",");
    static final String[] CITY =
            "Boise Reno Denver Austin Dallas Omaha Tulsa Mesa Fresno Raleigh Miami Atlanta Boston Seattle Portland"
                    .split(" ");
    static final String[] MAIL =
            "gmail.com yahoo.com outlook.com hotmail.com aol.com icloud.com comcast.net".split(" ");

    private Vocabulary() {}

    /** One of a list, the first ones more often. */
    static String pick(Random random, String[] words) {
        double u = random.nextDouble();
        return words[(int) (words.length * u * Math.sqrt(u))];
    }

    static String surname(Random random) {
        if (random.nextInt(100) < 62) {
            return pick(random, SURNAME);
        }
        StringBuilder name = new StringBuilder();
        int parts = 2 + random.nextInt(2);
        for (int i = 0; i < parts; i++) {
            name.append(SYLLABLE[random.nextInt(SYLLABLE.length)]);
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        String built = name.toString();
        return random.nextInt(40) == 0 ? built + "-" + pick(random, SURNAME) : built;
    }
}
