package dev.tieout.matching.internal.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which given names are forms of one another. A name may belong to several groups (Pat: Patricia, Patrick). False
 * friends of the public lists (Robert and Bill, Michael and Micah, John and Ian) are left out on purpose. Immutable.
 */
public final class Nicknames {
    private static final int[] NONE = {};
    private static final Map<String, int[]> GROUPS = groups();

    private Nicknames() {}

    /** The groups of a folded given name, ascending; empty if it has none. */
    static int[] groups(String name) {
        return GROUPS.getOrDefault(name, NONE);
    }

    /** All names that share a group with a folded one. */
    static Set<String> alike(String name) {
        int[] own = groups(name);
        Set<String> all = new HashSet<>();
        if (own.length > 0) {
            GROUPS.forEach((other, groups) -> {
                if (share(own, groups)) {
                    all.add(other);
                }
            });
        }
        return all;
    }

    public static boolean share(int[] a, int[] b) {
        for (int x : a) {
            for (int y : b) {
                if (x == y) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, int[]> groups() {
        Map<String, int[]> map = new HashMap<>();
        String[] lines = TABLE.split(";");
        for (int g = 0; g < lines.length; g++) {
            for (String name : lines[g].trim().split(" ")) {
                int[] old = map.getOrDefault(name, NONE);
                int[] grown = Arrays.copyOf(old, old.length + 1);
                grown[old.length] = g;
                map.put(name, grown);
            }
        }
        return Map.copyOf(map);
    }

    private static final String TABLE = """
            aaron ron ronnie; abigail abby abbie gail; abraham abe bram; adam ad; adrian ade; agnes aggie nessie;
            albert al bert bertie; alexander alex al alec sandy xander lex sasha; alexandra alex alexa lexi sandra sandy
            sasha; alexandria alex lexi alexa; alexis alex lexi; alfred al fred alfie freddie; alice ali allie; alicia
            ali allie lisha; allison allie ali; alison ali allie; allen al; alan al; alvin al; amanda mandy mandi manda
            amy; amelia amy millie mel; andrea andi drea andie; andrew andy drew; angela angie ang angel; angelica angie
            angel; anita nita; ann annie nan nancy anna; anna ann annie; anne annie ann; annette annie nettie; anthony
            tony ant; antonio tony; april apes; archibald archie; arnold arnie; arthur art artie; ashley ash; audrey
            audie; augustus gus; barbara barb barbie babs bobbie; barry bar; bartholomew bart; beatrice bea trixie;
            belinda linda bel; benedict ben benny; benjamin ben benny benji benjy; bernadette bernie; bernard bernie
            barney; beth elizabeth; bethany beth; beverly bev; bradley brad; brad bradford; brandon brandy bran;
            brandy brandi; brenda bren; brendan bren; brian bryan bri; brianna bri; brittany britt brit; brittney
            britt brit; bruce brucie; calvin cal; cameron cam; candace candy candi; carl carlo; carol carrie; caroline
            carrie caro carol lynn; carolyn carrie lynn carol caro; cassandra cassie sandra cass sandy; catherine cathy
            cath kate katie cat kitty; cathleen cathy; cecilia cece celia cissy; charlene charlie; charles charlie chuck
            chas chip chaz; charlotte charlie lottie char; chelsea chels; cheryl cher cheri; chester chet; christian
            chris; christina chris chrissy tina christy christie; christine chris chrissy tina christy christie;
            christopher chris kit topher; cindy cynthia; clarence clare; claudia claud; clayton clay; clifford cliff;
            clifton cliff; clinton clint; constance connie; cordelia delia; corey cory; courtney court; crystal crys;
            curtis curt; cynthia cindy cyndi; dale dal; daniel dan danny dani; danielle dani danny; darlene dar; daryl
            darryl; david dave davey davy; deanna dee; deborah deb debbie debby debra; debra deb debbie debby; delores
            dee lola; denise dee denny; dennis denny den; derek derrick; desmond des; diana di; diane di; dolores lola
            dee; dominic dom nick; donald don donnie donny; donna don; dorothy dot dottie dolly; douglas doug dougie;
            duane dwayne; dustin dusty; dwight ike; dylan dyl; earl earle; edgar ed eddie; edith edie; edmund ed eddie
            ned; eduardo ed eddie; edward ed eddie ted ned teddy; edwin ed eddie; eileen ellie; elaine lainie; eleanor
            ellie nell nora ella; elijah eli; elizabeth liz beth lizzie betty eliza betsy libby lisa bess lizzy liza
            bette; ellen ellie nell; emily em emmy emmie; emma em emmy; eric rick ricky; erica ricki; ernest ernie;
            esther essie; eugene gene; eunice nicie; evan ev; evelyn evie eve; felicia fel; ferdinand ferdie; florence
            flo; frances fran frannie francie; francis frank fran; franklin frank frankie; frank frankie francis;
            frederick fred freddie rick freddy; frederic fred; gabriel gabe; gabriella gabby; gabrielle gabby gabbie;
            gary gaz; genevieve gen jenny; geoffrey geoff jeff; george georgie; gerald gerry jerry; geraldine gerry;
            gerard gerry jerry; gilbert gil bert; gladys glad; glenn glen; gloria glo; gordon gordy; grace gracie;
            gregory greg gregg; gretchen greta; guillermo memo bill; gustavo gus; gwendolyn gwen wendy; hannah hanna;
            harold harry hal; harriet hattie; harrison harry; harvey harv; heather heath; hector heck; helen nell
            lena; helena lena; henrietta etta; henry hank harry hal; herbert herb bert; herman herm; hilary hil;
            howard howie; hubert hugh bert; hugh hughie; humberto bert; ignacio nacho; irene rene; isaac
            ike zac; isabella bella izzy belle; isabel izzy bella; isabelle izzy belle; isaiah ike; israel izzy; jack
            jackie john; jackson jack; jacob jake jay coby; jacqueline jackie jacqui; james jim jimmy jamie jem;
            jamie jim; jane janie jenny; janet jan; janice jan; jason jay jase; jasmine jas jazz; jean jeannie; jeanette
            jean jeannie; jeanne jeannie; jeffery jeff; jeffrey jeff geoff; jenna jen; jennifer jen jenny jenn jennie;
            jeremiah jerry jeremy; jeremy jerry jem; jerome jerry; jerry gerald; jessica jess jessie jessi; jesse jess;
            jillian jill; jill jillian; joan joanie; joann jo; joanna jo joann; joanne jo joann; joel jo; john jack
            johnny jon johnnie; johnathan john jon nathan johnny; jonathan jon jonny john nathan johnny; jordan jordy;
            jose joe pepe; joseph joe joey jo; josephine jo josie; joshua josh; juan johnny; juanita
            nita; judith judy judi; julia jules; julian jules; julianne julie; julie jules; justin jus; kaitlin
            kait kate katie; kaitlyn kait kate katie; karen kari; katelyn kate katie; katherine kathy kate katie kath
            kat kay kit kitty; kathleen kathy kath katie kate kat; kathryn kathy kate katie kath kat kay; katrina
            trina kat; kayla kay; keith keithy; kelly kel; kelsey kel; kenneth ken kenny; kent ken; kevin kev; kimberly
            kim kimmy; kristen kris kristy kristi; kristin kris kristy kristi; kristina kris tina kristy kristi;
            kristine kris tina kristy; kristopher kris chris; kyle ky; larry lawrence laurence; laura laurie lori;
            lauren laurie lori ren; laurence larry laurie; lawrence larry law lawrie; leah lee; lee leigh; leo leon;
            leonard len lenny leo; leroy roy lee; leslie les; lester les; lewis lew louie; lillian lil lilly lily;
            lincoln linc; linda lindy lin lyn; lindsay linds; lindsey linds; lisa lis; logan loge; lois lo; lorena
            lori; lorraine lori rainey; loretta lori etta; louis lou louie; louise lou; lucas luke; lucille lucy;
            lucy lu; luis louis lou; luther lu; lydia lyddie; lynn lyn; mackenzie mac kenzie; madeline maddie maddy;
            madison maddie maddy; marcus marc mark; margaret maggie meg peggy marge margie greta peg madge rita
            megan; maria mia; marilyn lynn; marjorie marge margie; mark marc;
            marlene marly; marsha marcy; marshall marsh; martha marty patty; martin marty mart; marvin marv; mary
            molly polly mamie may; mathew matt; matthew matt matty; maureen mo; maurice mo; max maxwell
            maximilian; maxine max; megan meg; melanie mel; melinda mindy linda mel lindy; melissa mel missy lissa
            mellie; melvin mel; mercedes mercy; meredith merry; michael mike mick mickey mikey micky; micheal mike;
            michele shelly shelley; michelle shelly shelley mich chelle; miguel mike; mildred millie; miles milo;
            miranda mandy randi; miriam mimi mitzi; mitchell mitch; mohammad mo; mohammed mo; molly mol; monica
            moni; morgan mo; morris mo; myron ron; nancy nan; naomi omi; natalie nat; natasha tasha nat; nathan nate
            nat; nathaniel nate nat nathan; neil neal; nicholas nick nicky nico; nicolas nick; nichole nikki nicky;
            nicole nikki nicky nic; noel no; nora norah; norman norm; oliver ollie; olivia liv livvy; oscar ozzie;
            pamela pam pammy; patricia pat patty tricia trish patsy patti; patrick pat paddy rick; paul paulie; paula
            polly; pauline polly; peggy peg; penelope penny; perry per; peter pete petey; philip phil pip; phillip
            phil pip; phyllis phyl; priscilla cilla; prudence prue; quentin quin; rachael rach; rachel rach rae;
            ralph ralphie; ramona mona; randall randy; randolph randy; raphael ralph rafe; raul ralph; raymond ray;
            rebecca becky becca beck becki; regina gina reggie; reginald reg reggie; rene ren; reuben ben; ricardo
            rick ricky; richard rick dick rich ricky richie; robert bob rob bobby robbie bert robby; roberta bobbie
            robbie bert; roberto rob bob berto; robin rob; rochelle shelly; roderick rod rick; rodney rod; roger rog;
            roland rollie; roman rome; ronald ron ronnie ronny; rosalie rose rosie; rosemary rose rosie; rose rosie;
            ross rosco; roxanne roxy; ruben ben; rudolph rudy; rufus rufe; russell russ rusty; ruth ruthie; ryan ry;
            sabrina bri; sally sal; salvador sal; salvatore sal; samantha sam sammy mandy; samuel sam sammy; sandra
            sandy sandi; sara sally; sarah sally sadie sara; savannah savvy van; scott scotty scottie; sean shawn
            shaun; sebastian seb bas; serena rena; sergio serge; shannon shan; sharon shari sher; shawn shaun; sheila
            shell; shelby shel; sheldon shelly shel; sherry sheri sherri; shirley shirl; sidney sid syd; sierra si;
            silvia syl; simon si; solomon sol; sonya sonia; sophia sophie; spencer spence; stacey stace stacy;
            stacy stace; stanley stan; stefanie stef steph; stephanie steph stephie stevie steffi; stephen steve
            stevie steph; steven steve stevie; stewart stew stu; stuart stu; susan sue susie suzie suzy; susanna sue
            susie; suzanne sue suzie suzy; sydney syd; sylvester sly; sylvia syl sylvie; tabitha tabby; tamara tammy
            tam; tammy tam; tanya tan; tara tar; taylor tay; teresa terry tess terri tessa; terence terry; terrance
            terry; terrence terry; thaddeus thad tad; thelma thel; theodore ted theo teddy; theresa terry tess terri
            tessa; thomas tom tommy; tiffany tiff; timothy tim timmy; tina christina; tobias toby; todd toddy; tracey
            trace; tracy trace; travis trav; trevor trev; tristan tris; tyler ty; tyrone ty; ulysses lee; ursula
            ursa; valerie val; vanessa nessa van; vernon vern; veronica ronnie ron vera; victor vic; victoria vicky
            vicki vic tori vickie; vincent vin vince vinny; viola vi; violet vi; virginia ginny ginger; vivian viv;
            wallace wally; walter walt wally; wanda wan; warren ren; wayne way; wendell dell; wendy wen; wesley wes;
            whitney whit; wilbur will; wilfred will fred; william bill will billy willie liam willy; willis will;
            winifred winnie; winston win; xavier xav; yolanda yoli; yvonne vonnie; zachary zach zack zac;
            zachariah zach zack""";
}
