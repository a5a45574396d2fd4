using System.Collections.Frozen;
using System.Diagnostics;

namespace OrleansContest.Contests;

/// <summary>The classes of modes, and how rules name them.</summary>
internal static class ModeClasses
{
    private static readonly FrozenDictionary<string, ModeClass> byMode = Modes.All.ToFrozenDictionary(mode => mode, Modes.ClassOf);

    public static IReadOnlyList<string> Names { get; } = ["CW", "PHONE", "DIGITAL"];

    /// <summary>The class of a mode as the log has it. Asked many times for each contact, so it is looked up.</summary>
    public static ModeClass Of(string mode) => byMode.TryGetValue(mode, out var found) ? found : Modes.ClassOf(mode);

    public static string NameOf(ModeClass modeClass) => modeClass switch
    {
        ModeClass.Cw => "CW",
        ModeClass.Phone => "PHONE",
        ModeClass.Digital => "DIGITAL",
        _ => throw new UnreachableException(),
    };
}
