namespace OrleansContest.Events;

/// <summary>What the id of a race says: <c>K1M_ST_BR1_6</c> is class <c>K1M_ST</c>, discipline <c>BR1</c>, day <c>6</c>.</summary>
/// <remarks>Class ids may hold underscores, the other two do not: so it is split from the right.</remarks>
internal sealed record RaceName(string ClassId, string Discipline, string Day)
{
    private const string FirstRun = "BR1";
    private const string SecondRun = "BR2";

    /// <summary>Whether it is one of two runs that count together.</summary>
    public bool IsOneOfTwo => Discipline is FirstRun or SecondRun;

    /// <summary>The race of the first run.</summary>
    public string First => $"{ClassId}_{FirstRun}_{Day}";

    /// <summary>The race of the second run.</summary>
    public string Second => $"{ClassId}_{SecondRun}_{Day}";

    /// <returns>Null when the id does not say that much.</returns>
    public static RaceName? Parse(string raceId)
    {
        var day = raceId.LastIndexOf('_');
        var discipline = day > 0 ? raceId.LastIndexOf('_', day - 1) : -1;
        return discipline > 0 ? new(raceId[..discipline], raceId[(discipline + 1)..day], raceId[(day + 1)..]) : null;
    }
}
