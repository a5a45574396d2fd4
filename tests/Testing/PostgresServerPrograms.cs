using System.Diagnostics;

namespace OrleansContest.Testing;

/// <summary>The installed PostgreSQL, and how to run it: it refuses to run as root.</summary>
internal sealed class PostgresServerPrograms
{
    private static readonly Lazy<(PostgresServerPrograms? Found, string? WhyNot)> installed = new(Find);

    private readonly string folder;
    private readonly IReadOnlyList<string> asUser;

    private PostgresServerPrograms(string folder, IReadOnlyList<string> asUser) => (this.folder, this.asUser) = (folder, asUser);

    /// <summary>Why there is none that can be run; null when there is one.</summary>
    public static string? WhyAbsent => installed.Value.WhyNot;

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static PostgresServerPrograms Installed => installed.Value.Found ?? throw new InvalidOperationException(WhyAbsent);

    public string PathOf(string program) => Path.Combine(folder, program);

    /// <summary>Starts a command as a user that PostgreSQL accepts, with all three streams redirected.</summary>
    public Process Start(params IReadOnlyList<string> command)
    {
        string[] line = [.. asUser, .. command];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    private static (PostgresServerPrograms?, string?) Find()
    {
        if (OperatingSystem.IsWindows())
        {
            return (null, "The throw-away PostgreSQL needs a Unix shell.");
        }

        var initdb = Folders().Select(folder => new FileInfo(Path.Combine(folder, "initdb"))).FirstOrDefault(file => file.Exists);
        if (initdb is null)
        {
            return (null, "PostgreSQL is not installed: initdb is neither on PATH nor in /usr/lib/postgresql/*/bin.");
        }

        // All its programs lie together where the link leads, not necessarily where it is.
        var found = Path.GetDirectoryName((initdb.ResolveLinkTarget(returnFinalTarget: true) ?? initdb).FullName)!;
        return AsUser() is { } asUser
            ? (new(found, asUser), null)
            : (null, "PostgreSQL does not run as root, and neither setpriv nor runuser is here to become another user.");
    }

    private static IEnumerable<string> Folders()
    {
        var debian = new DirectoryInfo("/usr/lib/postgresql");
        return debian.Exists
            ? [.. SearchPath(), .. debian.GetDirectories().Select(version => $"{version.FullName}/bin").OrderDescending()]
            : SearchPath();
    }

    private static string[] SearchPath() =>
        Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string[]? AsUser()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return [];
        }

        // name:password:uid:gid:…
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).ToDictionary(fields => fields[0]);
        var user = users.GetValueOrDefault("postgres") ?? users["nobody"];
        return Has("setpriv") ? ["setpriv", $"--reuid={user[2]}", $"--regid={user[3]}", "--clear-groups", "--"]
            : Has("runuser") ? ["runuser", "-u", user[0], "--"]
            : null;
    }

    private static bool Has(string program) => SearchPath().Any(folder => File.Exists(Path.Combine(folder, program)));
}
