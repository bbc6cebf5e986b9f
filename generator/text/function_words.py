"""The small words of each language that say nothing of a subject: articles, pronouns, prepositions, auxiliaries.

Our own compilation. Inflected forms are written out; elided forms (`l`, `qu`) stand as they are tokenised.
"""

FUNCTION_WORDS: dict[str, str] = {
    "en": """
        a about above across after afterwards again against ago all almost along already also
        although always am amid among an and another any anyone anything are aren't around as at
        away back be became because become becomes been before behind being below beneath beside
        besides between beyond both but by came can can't cannot come comes could couldn't did
        didn't do does doesn't doing don't done down due during each earlier either else enough even
        ever every everyone everything except far few first following for former from further gave
        get gets give given go goes going gone got had hadn't has hasn't have haven't having he he'd
        he'll he's hence her here hers herself him himself his how however i i'd i'll i'm i've if in
        indeed inside instead into is isn't it it's its itself just keep kept last late later least
        less let let's like likely long made make makes making many may maybe me meanwhile might
        mine more moreover most mostly much must mustn't my myself near nearly neither never
        nevertheless next no nobody none nor not nothing now of off often old on once one ones only
        onto or other others otherwise ought our ours ourselves out outside over own per perhaps put
        quite rather really said same saw say saying says see seem seemed seems seen several shall
        she she'd she'll she's should shouldn't since so some someone something sometimes soon still
        such take taken takes taking than that that's the their theirs them themselves then there
        there's thereby therefore these they they'd they'll they're they've this those though three
        through throughout thus till to together told too took toward towards two under unless
        unlike until up upon us use used using very via was wasn't way we we'd we'll we're we've
        well went were weren't what what's whatever when where whereas whether which while who who's
        whoever whole whom whose why will with within without won't would wouldn't yes yet you you'd
        you'll you're you've your yours yourself""",
    "de": """
        ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes
        anders auch auf aufgrund aus außer außerdem bei beide beiden beim bereits bin bis bisher
        bist bzw da dabei dadurch dafür dagegen daher dahin damals damit danach daneben dann daran
        darauf daraus darf darin darüber darum darunter das dass davon davor dazu dein deine deinem
        deinen dem den denen denn dennoch der deren derer des deshalb dessen dich die dies diese
        dieselbe diesem diesen dieser dieses dir doch dort du durch dürfen ebenfalls ebenso eher
        eigentlich ein eine einem einen einer eines einige einigen einiger einiges einmal er erst
        erste ersten es etwa etwas euch euer eure falls fast für ganz gar gegen gegenüber gemäß
        gewesen gibt habe haben hat hatte hatten hätte hätten her hier hin hinter ich ihm ihn ihnen
        ihr ihre ihrem ihren ihrer ihres im immer in indem infolge innerhalb ins insgesamt
        inzwischen ist ja je jede jedem jeden jeder jedes jedoch jemand jene jenem jenen jener jenes
        jetzt kann kaum kein keine keinem keinen keiner könne können könnte könnten laut lassen man
        manche manchem manchen mehr mehrere mehreren mein meine meinem meinen meiner mich mir mit
        möchte mögen müssen muss musste mussten nach nachdem neben nicht nichts noch nun nur ob
        obwohl oder ohne pro sagt sagte schon sehr sei seien sein seine seinem seinen seiner seines
        seit seitdem selbst sich sie sind so sobald sogar solche solchem solchen solcher soll sollen
        sollte sollten somit sondern sonst soweit sowie sowohl statt trotz trotzdem über überhaupt
        um und uns unser unsere unserem unseren unter viel viele vielen vom von vor während wann war
        wäre waren wären warum was weder wegen weil weiter weitere weiteren weiterhin welche welchem
        welchen welcher welches wenig wenige weniger wenn wer werde werden wie wieder wir wird wo
        wobei wolle wollen wollte wollten worden wurde würde wurden würden zu zudem zum zumindest
        zunächst zur zurück zwar zwei zwischen""",
    "fr": """
        a à afin ai ainsi alors après assez au aucun aucune aujourd auprès auquel aura aurait aussi
        autant autour autre autres aux auxquels avaient avait avant avec avoir avons ayant beaucoup
        bien c car ce ceci cela celle celles celui cependant certain certaine certaines certains ces
        cet cette ceux chaque chez ci comme comment contre d dans de début déjà depuis derrière des
        dès désormais deux devant doit doivent donc dont du durant elle elles en encore enfin
        ensuite entre envers est et étaient était étant été être eu eux fait faire fois font furent
        fut grâce hier hors il ils j jamais je jusqu jusque l la là laquelle le lequel les
        lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais malgré me même mêmes mes
        mieux moi moins mon n ne ni non nos notre nous nouveau on ont or ou où outre par parce parmi
        pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait près presque puis
        puisque qu quand quant que quel quelle quelles quelque quelques quels qui quoi s sa sans se
        selon sera serait seront ses seul seulement si sien sinon soit son sont sous souvent suite
        sur t ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutefois
        toutes très trois trop tu un une vers via voici voilà vos votre vous y""",
    "es": """
        a acá además ahí ahora al algo alguien algún alguna algunas alguno algunos allí ambos ante
        antes apenas aquel aquella aquellas aquello aquellos aquí así aún aunque ayer bajo bien cada
        casi como cómo con contra cosas cual cuál cuales cualquier cuando cuándo cuanto cuya cuyo da
        dado de debe deben debido del demás dentro desde después dice dicho dijo dio donde dónde dos
        durante e el él ella ellas ello ellos en encima entonces entre era eran es esa esas ese eso
        esos esta está estaba estaban están estar estas este esto estos estoy fin fue fuera fueron
        ha había habían haber hace hacer hacia han hasta hay he hecho hizo hoy incluso junto la las
        le les lo los luego mas más me mediante mejor menos mi mí mientras mis misma mismas mismo
        mismos mucha muchas mucho muchos muy nada nadie ni ningún ninguna ninguno no nos nosotros
        nuestra nuestro nuestros nueva nuevo o os otra otras otro otros para parte pero poco podía
        podrá podría por porque primer primera pudo pueda puede pueden pues que qué quien quién
        quienes sea sean según ser será serán sería si sí sido siempre siendo sin sino sobre solo
        sólo son soy su sus tal también tampoco tan tanto te tenía tenido tiene tienen toda todas
        todavía todo todos tras tres tu tú tus un una unas uno unos usted va van varias varios ya yo""",
    "it": """
        a abbiamo ad adesso agli ai al alcuna alcune alcuni alcuno all alla alle allo allora altra
        altre altri altro anche ancora anni appena avere aveva avevano c che chi ci ciascuno ciò
        cioè circa coi col come con contro cosa così cui d da dagli dai dal dall dalla dalle dallo
        davanti degli dei del dell della delle dello dentro deve devono di dice dietro disse dopo
        dopo dove due dunque durante e è ed ecco egli ella era erano essere essi esso fa fare fatto
        fin fino fra fu furono già gli ha hanno ho i il in infatti infine insieme intanto invece io
        l la là le lei li lo loro lui lungo ma mai me meno mentre mi mia mie mio modo molta molte
        molti molto ne né neanche negli nei nel nell nella nelle nello nessun nessuna nessuno niente
        no noi non nostra nostro nulla nuova nuovo o od oggi ogni ognuno oltre oppure ora ovvero per
        perché perciò però piuttosto più poco poi prima presso proprio può puoi pure qua qualche
        quale quali quando quanto quasi quella quelle quelli quello questa queste questi questo qui
        quindi sarà sarebbe saranno se secondo sei sempre senza si sì sia siamo siano sia solo sono
        sopra sotto sta stata state stati stato stesso su sua subito sugli sui sul sull sulla sulle
        sullo suo suoi tale tali tanto te ti tra tre tu tuo tutta tutte tuttavia tutti tutto un una
        uno vari verso vi via voi""",
    "pt": """
        a à ainda além algo alguém algum alguma algumas alguns ali ambos ante antes ao aos apenas
        após aquela aquelas aquele aqueles aquilo aqui as às assim até através bem cada coisa com
        como contra contudo cuja cujo da dado daquele das de dela dele deles demais depois desde
        dessa desse desta deste deve devem disse disso disto do dois dos durante e é ela elas ele
        eles em embora enquanto então entre era eram essa essas esse esses esta está estão estar
        estas estava estavam este estes eu exceto faz fazer fez ficou foi foram fora há hoje isso
        isto já la lá lhe lhes lo logo longo mais mas me mediante meio menos mesma mesmo meu minha
        muita muitas muito muitos na nada não naquele nas nem nenhum nenhuma nessa nesse nesta neste
        ninguém no nos nós nossa nosso nova novo num numa o onde ontem os ou outra outras outro
        outros para parte pela pelas pelo pelos per perante pode podem poderá pois por porém porque
        portanto pouco primeiro própria próprio qual quais qualquer quando quanto quase quatro que
        quem quer se segundo sem sempre sendo ser será serão seria seu seus sido sim só sob sobre
        sua suas tal talvez também tampouco tanto te tem têm tendo ter terá teve tinha toda todas
        todavia todo todos três tu tudo um uma umas uns vai vão várias vários vez você vocês""",
    "nl": """
        aan achter af al aldus alle alleen alles als altijd ander andere anderen bij binnen boven
        buiten daar daardoor daarmee daarna daarnaast daarom dan dat de deze die dit doch doen door
        dus echter een eens eerst eerste elk elke en enige enkele er erg ervan even gaan gaat geen
        gehad geweest geworden had hadden haar heb hebben heeft hem hen het hier hierdoor hij hoe
        hoewel hun iedere iedereen iemand iets ik in indien is ja je jij jouw jullie kan kon konden
        kunnen kwam laat langs later maar maken meer men met mij mijn moest moet moeten na naar
        naast namelijk net niet niets nog nooit nu of om omdat onder ondanks ons onze ook op over
        per reeds rond samen sinds slechts sommige steeds te tegen tegenover ten ter terug terwijl
        tijdens toch toen tot totdat tussen twee u uit uw van vanaf vandaag vanuit vanwege veel via
        volgens voor vooral waar waardoor waarin waarom waren was wat we weer wel welke werd werden
        wie wij wil worden wordt zal zei zeer zegt zelf zich zij zijn zo zoals zou zouden zonder
        zulke""",
    "sv": """
        aldrig all alla allt alltid alltså än ännu andra annan annat är att av bakom båda bara bland
        blev bli blir blivit både bör borde då där däremot därför de dem den denna deras dess dessa
        dessutom det detta dig din dina ditt dock du efter eftersom eller en enligt er ett få fått
        fick före för första förutom fram från ganska genom går gör göra ha had hade han hans har
        här hela heller hellre henne hennes hit hon honom hos hur i idag ifrån igen igår in inför
        ingen inget innan inne inom inte ja jag ju kan kom kommer kring kunde kunna lite man många
        med medan mellan men mer mera mest mig min mina mitt mot mycket när nästan ned nej någon
        något några nu ny nya också om omkring oss på redan sade säger samma samt sedan ser sig sin
        sina sitt ska skall skulle så sådan som straffet tack till tills två under upp ur ut utan
        utanför vad var vara varför varit varje vars vem vi vid vidare vilka vilken vilket vill
        ville vår våra över åt även""",
    "da": """
        ad af aldrig alle alt altid altså anden andet andre at bag bare begge blandt blev blevet
        blive bliver både da de dem den denne der deres derfor dermed desuden det dette dig din
        disse dog du efter eller en end endnu er et få får først første før for fordi forhold fra
        frem fx gennem gjorde gør gøre går ham han hans har havde have hele hen hende hendes her hos
        hun hvad hvem hver hvilke hvilken hvis hvor hvordan hvorfor i idag ifølge igen ikke imellem
        imod ind inden ingen intet jeg jo kan kom kommer kun kunne lidt lige man mange med meget
        mellem men mens mere mest mig min mod må måtte ned nej nogen noget nogle nu når ny nye
        næsten og også om omkring op os over på samme samt selv senere ser siden siger sig sin sine
        sit skal skulle som store så sådan tidligere til to ud uden under var ved vi vil ville vor
        være været""",
    "no": """
        alle alt altså at av bak bare ble blei bli blir blitt både da de deg dem den denne der deres
        derfor det dette din disse dog du eller en enn ennå er et etter få får før først første for
        fordi fra fram gjennom gjorde gjør gjøre går ha hadde ham han hans har hele hennes her hos
        hun hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor i idag ifølge igjen ikke imot inn
        innen ingen inkje ja jeg kan kom kommer kunne lite man mange med meget mellom men mens mer
        mest meg min mot mye må måtte nå når ned nei noe noen nok ny nye og også om opp oss over på
        rundt samme samt seg selv senere ser si sier siden sin sine sitt skal skulle slik som så til
        to ut uten under var ved vi vil ville vår våre være vært å""",
    "fi": """
        aikana aina ainakin alla alle eikä ei eivät eli eli ennen enemmän enää erittäin että hän
        häneen hänelle hänen hänet ilman itse ja jo joita joka jokainen joihin joissa joista joka
        jolla jolle jonka jos joskus jossa josta jota jotka jotta joukossa juuri kaikki kaikkien
        kanssa kautta kertoi kertoo keskellä koko koska kuin kuinka kuka kun kuten kyllä luona lähes
        lisäksi me mikä mitä mitään minkä minun minä molemmat monet muita muu mukaan mutta muun muut
        myös myöhemmin ne nämä niiden niin niistä nyt näiden ohi oikein ole olemme oleva olevan oli
        olisi olivat ollut olla on onko ovat paitsi paljon pitää pois puolesta sanoi sanoo se sekä
        sen siellä sieltä siihen siinä siitä sillä silloin sinä sitä sitten suuri saa saada tai taas
        takia tämä tämän tässä tästä tätä te tulee tuli tuo vaan vai vaikka vain varten vielä viime
        voi voidaan voisi yhä yksi yli ympäri""",
    "pl": """
        a aby ale albo ani aż bardzo bez bo bowiem być będzie będą był była było były chce chociaż
        ci co czy czyli dla dlaczego do dość dwa dzięki gdy gdyby gdyż gdzie go ich ile im inne
        innych iż i ja jak jaki jako jakie je jeden jednak jednego jego jej jest jestem jeszcze
        jeśli jeżeli już każdy kiedy kilka kto która które którego której którzy którym których
        który lecz lub ma mają mamy mi miał miała między mimo mnie może można mój musi my na nad nam
        nas nawet nie nich niej niego nim niż no nowy o obok od ok około on ona one oni ono oraz po
        pod podczas ponad ponieważ poza powiedział przeciw przed przede przez przy raz razem również
        się są siebie sobie swoich swoje swój ta tak taka taki takie także tam te tego tej temu ten
        też to tu tutaj tych tylko tym u w we wczoraj według wiele wielu więc wobec wszystkich
        wszystko wszystkie z za zaś ze że został została zostały żeby""",
    "cs": """
        a aby aj ale anebo ani ano asi až bez bude budou by byl byla byli bylo být být co což či
        další dle do dva i já jak jako jaký je jeden jeho jej její jejich jen jenž jestli ještě ji
        jim jiné již jsem jsme jsou k kam každý kde kdo kdy kdyby když ke která které kterého kterou
        který kteří ku ma mají mezi mi mimo mít mnoho může my na nad nám nás ne nebo nebyl něco nej
        nejen není než nic nich nový nyní o od oba ode on ona oni ono pak po pod podle pokud pouze
        právě pro proč proti proto protože před přes při řekl s se si sice snad své svého svou svůj
        ta tak také takže tam te tedy ten tento této tím to toho tohoto tom tomto tu tuto ty u už v
        vám více však ve vedle včera velmi včetně všech všechny vy z za zda ze že""",
    "ru": """
        а без более был была были было быть в вам вас весь во вот все всего всех всё вы где говорит
        да даже для до его ее её если есть ещё еще же за здесь и из или им их к как какой когда
        который которая которого которой которую которые которых которым кто ли лишь между меня мне
        много может можно мой мы на над надо нас не него нее неё некоторые нет ни них но ну о об
        однако он она они оно от отметил очень перед по под после потом потому почти при про против
        пока раз с сам сами сейчас себе себя сегодня сказал сказала со своего своей свои своих свой
        свою словам сообщил так также такие такой там тем то того тоже той только том тот ту ты у
        уже у хотя чего чем через что чтобы чья эта эти этим этих это этого этой этом этот эту я""",
    "uk": """
        а або але без би був буде була були було бути в вже ви від він вона вони воно все всі всіх
        вам вас до для де його її їх їй за зараз зі з же і й із інші інших як яка яке який які якого
        якої яких якщо ще щоб що це цей ця ці цього цієї цих цьому між мене може можна ми на над нам
        нас наш не нею ніж ним них ні об однак о от перед під по після понад при про проти сказав
        себе свого своєї свої своїх свою та так також такий там те тим того той тому тобто тільки то
        ту ти у усі хто хоча це через чи чому я""",
    "tr": """
        acaba ama ancak arasında artık aslında ayrıca bana başka bazı belki ben beni benim beri bile
        bin bir biri birkaç birçok biz bize bizim bu buna bunda bundan bunlar bunları bunu bunun
        burada çok çünkü da daha de dedi değil diğer diye dolayı en fakat gibi göre ha hala hangi
        hatta hem henüz hep hepsi her hiç için içinde ile ilgili ise işte kadar karşı kendi kez ki
        kim kimse mı mi mu mü nasıl ne neden nerede niye o olan olarak oldu olduğu olduğunu olması
        olmak olup olur on ona ondan onlar onların onu onun orada oysa öyle pek rağmen sadece sanki
        siz son sonra şey şimdi şöyle şu tarafından tüm üzere üzerinde var ve veya ya yani yeni yer
        yine yok zaman""",
    "ar": """
        أن إن إلى أو أي أيضا أيضاً إذا إذ أم أما أمام أكثر أحد التي الذي الذين الى الا إلا اليوم ان
        او بعد بعض بل بين بينما به بها تحت تم ثم جدا حتى حول حيث حين خلال خارج دون ذات ذلك سوف ضد
        ضمن عبر عدد عدم عن عند عندما على عليه عليها غير فى في فيما فيه فيها قال قالت قبل قد كان كانت
        كما كل كلا كيف لا لكن لدى لم لن له لها لهذا لو ليس ما ماذا مثل مع من منذ منه منها نحو نفس
        هذا هذه هناك هو هي هم هنا هل وأن وإن وفي وقال وقالت وقد وكان وكانت ولا ولم ومن وهو وهي يتم
        يكون يمكن""",
    "fa": """
        از است اگر اما این آن آنها آن‌ها با باید بر برای بود بودند به بی بین پس پیش تا تر توسط چه
        چون چند خود داد دارد دارند در درباره دو را روی سپس شد شده شدند شود علیه کرد کردند کرده کند
        کنند که گفت ما مورد می نه نیز نیست ها هر هم همه همچنین هنوز و ولی وی یا یک""",
    "he": """
        את של על עם לא כי גם הוא היא הם הן אני אתה אנחנו זה זו זאת אלה אשר או אם אך אבל כל כן לפי
        לאחר לפני בין היה היתה הייתה היו יהיה תהיה אל עד אין יש רק עוד כמו כדי מה מי איך אמר אמרה בו
        בה לו לה להם שלו שלה שלהם כבר יותר מאוד אחרי תחת נגד ידי""",
    "hi": """
        और का की के को में से है हैं था थी थे पर यह वह ये वे इस उस इन उन ने कि तो ही भी नहीं न या एक
        कर किया करने करते गया गए गई हो होने होता रहा रहे रही जो जब तक लिए साथ बाद अपने अपनी अपना कुछ
        कोई बहुत द्वारा अब सकता सकते तथा वाले वाली कहा लेकिन""",
    "zh": """
        的 了 在 是 我 有 和 就 不 人 都 一 上 也 很 到 说 要 去 你 会 着 没有 看 好
        自己 这 那 他 她 它 们 我们 他们 她们 以及 与 或 但 但是 而 而且 因为 所以 如果
        虽然 对 从 被 把 将 于 其 之 为 以 等 及 并 中 这个 一个 已经 可以 表示 进行 已
        还 又 由 向 个 后 前 时 年 月 日""",
    "ja": """
        の に は を た が で て と し れ さ ある いる も する から な こと として い や
        れる など なっ ない この ため その あっ よう また もの という あり まで られ なる へ
        か だ これ によって により おり より による ず なり られる において ば なかっ なく
        しかし について せ だっ その後 できる それ う ので なお のみ でき き つ における
        および いう さらに でも ら たり その他 に関する たち ます ん なら に対して です まし
        でし ました している した""",
    "ko": """
        이 그 저 것 수 등 및 더 또 또는 그리고 그러나 하지만 때문에 위해 대한 대해 통해
        있는 있다 없는 없다 한다 하는 했다 하고 된다 되는 됐다 이다 는 은 가 를 을 의 에
        에서 으로 로 와 과 도 이번 지난 우리 그는 그녀는 이날 따르면 밝혔다 말했다 있습니다
        합니다 했습니다""",
    "ro": """
        a acea această acest aceasta aceste acestor acum ai al ale am ar are au avea că când care ce
        cei cel cele chiar cu cum da dacă dar de deja despre din după e ea ei el ele era este eu fi
        fie fost iar în într înainte între la le lor lui mai mult ne nici noi nu o or ori pe pentru
        peste prin sa să sale sau se si și spune spus sub sunt toate tot un una unei unele unor unui
        va vor""",
    "hu": """
        a az abban addig aki akik ahol alatt által amely amelyek ami amikor arra azért azonban azt
        be csak de e egy egyik el elő én és ez ezt ez fel volt voltak ha hanem hogy igen is itt jól
        ki kell lehet lesz le már meg még mert mi minden mint mit mondta most nagy ne nem nincs ő ők
        olyan össze s saját sem szerint több te újra után utolsó vagy valamint van vannak vele""",
    "el": """
        ο η το οι τα του της των τον την και κι να σε στο στη στην στον στις στους στα με για από
        που πως ότι αν δεν μη θα είναι ήταν έχει έχουν είχε ένα ένας μια μία αυτό αυτή αυτός αυτά
        όπως αλλά ή κατά μετά πριν προς πιο πολύ όταν επίσης καθώς μέχρι υπό ως""",
    "id": """
        ada adalah akan antara apa atau bagi bahwa banyak beberapa belum bisa dalam dan dapat dari
        dengan di dia hanya harus hingga ia ini itu juga jika kami karena kata ke kepada kita lagi
        lain lebih maka mereka namun oleh pada para pun saat sebagai sebelum sejak sekitar selama
        seorang serta setelah saya sudah sementara tahun tak telah tentang terhadap tersebut tidak
        untuk yang""",
    "ca": """
        a al als amb aquest aquesta aquests com d de del dels des dir després doncs el ella ells els
        en entre era és està han ha hi i ja l la les li lo més molt n ni no o on per perquè però que
        qui s sense ser seu seva si sobre són també tot un una va van""",
}
