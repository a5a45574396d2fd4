using System.Collections.Frozen;

namespace OrleansContest.Contests;

/// <summary>The modes of a log: ADIF's modes and submodes, upper case, and <see cref="Data"/> for "digital, not said which".</summary>
/// <remarks>
/// Source: the Mode and Submode enumerations of ADIF 3.1. Where a name is both an old mode and a submode (<c>C4FM</c>,
/// <c>PSK31</c>) it is the submode. Generic names of contest logs mean the mode that nearly always stands behind them:
/// <c>PHONE</c> and <c>PH</c> are <c>SSB</c>, <c>RY</c> is <c>RTTY</c>.
/// </remarks>
public static class Modes
{
    /// <summary>A digital mode that the report does not name; Cabrillo's <c>DG</c>. ADIF has no such mode, but programs read it.</summary>
    public const string Data = "DATA";

    private static readonly FrozenDictionary<string, string> aliases = new Dictionary<string, string>
    {
        ["PHONE"] = "SSB",
        ["PH"] = "SSB",
        ["RY"] = "RTTY",
        ["DG"] = Data,
        ["DIGITAL"] = Data,
        ["DIGI"] = Data,
        ["CONTESTIA"] = "CONTESTI",
        ["D-STAR"] = "DSTAR",
        ["JS8CALL"] = "JS8",
        ["PACKET"] = "PKT",
        ["BPSK31"] = "PSK31",
        ["BPSK63"] = "PSK63",
        ["BPSK125"] = "PSK125",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> known =
        AdifModes.ParentOf.Keys.Concat(AdifModes.ParentOf.Values).Append(Data).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> voice = FrozenSet.Create("SSB", "AM", "FM", "DIGITALVOICE", "VOI");

    /// <summary>Every mode and submode that a log entry may have, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. known.Order(StringComparer.Ordinal)];

    /// <summary>Takes any ADIF mode or submode and the generic names, case and surrounding space aside.</summary>
    public static bool TryNormalize(string? text, out string mode)
    {
        mode = "";
        if (text is null or { Length: > 32 })
        {
            return false;
        }

        var name = text.Trim();
        return aliases.TryGetValue(name, out mode!) || known.TryGetValue(name, out mode!) || Unknown(out mode);
    }

    /// <param name="mode">A mode as <see cref="TryNormalize"/> gives it.</param>
    public static ModeClass ClassOf(string mode) => ToAdif(mode).Mode switch
    {
        "CW" => ModeClass.Cw,
        var parent when voice.Contains(parent) => ModeClass.Phone,
        _ => ModeClass.Digital,
    };

    /// <summary>How ADIF writes it: <c>FT4</c> is mode <c>MFSK</c>, submode <c>FT4</c>.</summary>
    /// <param name="mode">A mode as <see cref="TryNormalize"/> gives it.</param>
    public static (string Mode, string? Submode) ToAdif(string mode) =>
        AdifModes.ParentOf.TryGetValue(mode, out var parent) && parent != mode ? (parent, mode) : (mode, null);

    private static bool Unknown(out string mode)
    {
        mode = "";
        return false;
    }
}
