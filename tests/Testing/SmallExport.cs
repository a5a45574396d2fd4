namespace OrleansContest.Testing;

/// <summary>An export of one class, three boats, a final of which one boat has finished, and nothing else.</summary>
public static class SmallExport
{
    public const string Race = "K1M_FIN_6";

    /// <summary>Times in 1/100 s.</summary>
    public const string Xml =
        """
        <Canoe123Data xmlns="http://siwidata.com/Canoe123/Data.xsd">
          <Events><EventId>X1</EventId><MainTitle>Theirs</MainTitle><SubTitle>Second</SubTitle><Location>Troja</Location><CanoeDiscipline>Slalom</CanoeDiscipline></Events>
          <Classes><ClassId>K1M</ClassId><Class>K1m</Class><LongTitle>Kayak men</LongTitle><Categories><CatId>S</CatId><Category>Seniors</Category><FirstYear>1990</FirstYear><LastYear>2005</LastYear></Categories></Classes>
          <Participants><Id>1.K1M</Id><ClassId>K1M</ClassId><EventBib>1</EventBib><ICFId>1</ICFId><FamilyName>NOVAK</FamilyName><GivenName>Jan</GivenName><Club>USK</Club><NOC>CZE</NOC><CatId>S</CatId></Participants>
          <Participants><Id>2.K1M</Id><ClassId>K1M</ClassId><EventBib>2</EventBib><ICFId>2</ICFId><FamilyName>DVORAK</FamilyName><GivenName>Petr</GivenName><Club>USK</Club><CatId>S</CatId></Participants>
          <Participants><Id>3.K1M</Id><ClassId>K1M</ClassId><EventBib>3</EventBib><ICFId>3</ICFId><FamilyName>SVOBODA</FamilyName><GivenName>Ales</GivenName><Club>Brno</Club></Participants>
          <Schedule><RaceId>K1M_FIN_6</RaceId><RaceOrder>1</RaceOrder><StartTime>2026-01-24T10:00:00Z</StartTime><ClassId>K1M</ClassId><DisId>FIN</DisId><CourseNr>1</CourseNr><RaceStatus>3</RaceStatus></Schedule>
          <Results><RaceId>K1M_FIN_6</RaceId><Id>1.K1M</Id><StartOrder>1</StartOrder><Bib>1</Bib><StartTime>10:00:00</StartTime><Time>9000</Time><Gates>  0  2   </Gates><Pen>200</Pen><Total>9200</Total><Rnk>1</Rnk><CatRnk>1</CatRnk></Results>
          <Results><RaceId>K1M_FIN_6</RaceId><Id>2.K1M</Id><StartOrder>2</StartOrder><Bib>2</Bib><StartTime>10:01:00</StartTime></Results>
          <Results><RaceId>K1M_FIN_6</RaceId><Id>3.K1M</Id><StartOrder>3</StartOrder><Bib>3</Bib><StartTime>10:02:00</StartTime></Results>
          <CourseData><CourseNr>1</CourseNr><CourseConfig>NRN</CourseConfig></CourseData>
        </Canoe123Data>
        """;

    public static string Result(int bib, int time, int pen = 0, string more = "") =>
        $$"""{"raceId":"{{Race}}","participantId":"{{bib}}.K1M","bib":{{bib}},"time":{{time}},"pen":{{pen}},"total":{{time + pen}}{{more}}}""";

    public static string OnCourse(int bib, int position, string more = "") =>
        $$"""{"participantId":"{{bib}}.K1M","raceId":"{{Race}}","bib":{{bib}},"name":"Boat {{bib}}","club":"USK","position":{{position}},"gates":[0,null,2],"dtStart":"10:00:00.000","dtFinish":null,"time":5000,"pen":200{{more}}}""";
}
