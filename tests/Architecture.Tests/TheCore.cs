using System.Xml.Linq;

namespace OrleansContest.Architecture;

public sealed class TheCore : IDisposable
{
    private static readonly HashSet<string> outsideWorld =
    [
        "System.Console", "System.Random", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.File", "System.IO.FileInfo",
        "System.IO.FileStream", "System.IO.FileSystemWatcher", "System.IO.RandomAccess",
        "System.Security.Cryptography.RandomNumberGenerator", "System.Threading.Thread", "System.Threading.Timer",
    ];

    private static readonly HashSet<string> clocksAndChance =
    [
        "System.DateTime.get_Now", "System.DateTime.get_Today", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.CreateVersion7", "System.Guid.NewGuid", "System.TimeProvider.get_System",
    ];

    private readonly CompiledAssembly core = new("OrleansContest.Core");

    public void Dispose() => core.Dispose();

    [Fact]
    public void References_the_framework_only() =>
        Violations.AreNone(core.References.Where(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal)));

    [Fact]
    public void Touches_no_file_no_network_no_process_and_no_thread() =>
        Violations.AreNone(core.UsedTypes.Where(type => outsideWorld.Contains(type) || type.StartsWith("System.Net.", StringComparison.Ordinal)));

    [Fact]
    public void Reads_no_clock_and_draws_no_number_of_its_own() => Violations.AreNone(core.UsedMembers.Where(clocksAndChance.Contains));

    [Fact]
    public void Asks_the_environment_nothing() =>
        Violations.AreNone(core.UsedMembers.Where(member =>
            member.StartsWith("System.Environment.", StringComparison.Ordinal) && !IsWrittenByTheCompiler(member)));

    [Fact]
    public void Says_of_every_public_type_what_it_is()
    {
        var documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "OrleansContest.Core.xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null)
            .Select(member => ((string)member.Attribute("name")!)[2..]);
        Violations.AreNone(core.PublicTypes.Except(documented));
    }

    // Every iterator asks for it, to know whether it runs where it was made.
    private static bool IsWrittenByTheCompiler(string member) => member == "System.Environment.get_CurrentManagedThreadId";
}
