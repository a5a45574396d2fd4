using System.Diagnostics;

namespace OrleansContest.Testing;

/// <summary>A real PostgreSQL for tests, made from the installed programs in a temporary folder.</summary>
/// <remarks>It stops and its folder goes when it is disposed, and also when the process that started it dies in whatever way.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Runs as the server's user, and lives as long as its standard input.</summary>
    /// <remarks>It sorts text as people do, where it can, so that a test notices a sort that ought to be ordinal.</remarks>
    private const string Keeper = """
        bin=$1
        trap '' INT TERM HUP
        dir=$(mktemp -d "${TMPDIR:-/tmp}/contest-pg-XXXXXX") || exit 1
        trap 'rm -rf "$dir"' EXIT
        init() { "$bin/initdb" -D "$dir/cluster" -U contest -A trust -E UTF8 --locale=C --no-sync "$@" >"$dir/log" 2>&1; }
        init --locale-provider=icu --icu-locale=en || { rm -rf "$dir/cluster"; init; } || { cat "$dir/log" >&2; exit 1; }
        printf '%s\n' "$2" "unix_socket_directories = '$dir'" >>"$dir/cluster/postgresql.conf"
        "$bin/pg_ctl" -D "$dir/cluster" -l "$dir/log" -w -t 60 start >>"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        echo "$dir"
        cat >/dev/null
        "$bin/pg_ctl" -D "$dir/cluster" -m immediate -w stop >/dev/null 2>&1
        """;

    private static readonly Lazy<Task<PostgresServer>> shared = new(() => StartAsync());

    private readonly Process keeper;
    private readonly string cluster;
    private readonly int port;
    private int databases;

    private PostgresServer(Process keeper, string folder, int port) =>
        (this.keeper, cluster, this.port) = (keeper, Path.Combine(folder, "cluster"), port);

    /// <summary>Why no server can be started here; null when one can.</summary>
    public static string? WhyAbsent => PostgresServerPrograms.WhyAbsent;

    /// <summary>The server that all tests of this process share. Do not stop it: start one of your own for that.</summary>
    public static Task<PostgresServer> SharedAsync() => shared.Value;

    public static async Task<PostgresServer> StartAsync(PostgresServerOptions? options = null)
    {
        const int MaxAttempts = 3;
        var attempts = 0;
        while (true)
        {
            try
            {
                return await StartAsync(options ?? new(), FreePort.Next());
            }
            catch (InvalidOperationException) when (++attempts < MaxAttempts)
            {
                // Another process may have taken the port between our asking for one and the server's binding it.
            }
        }
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await RunAsync("createdb", "-h", "127.0.0.1", "-p", $"{port}", "-U", "contest", name);
        return $"Host=127.0.0.1;Port={port};Username=contest;Database={name}";
    }

    /// <summary>Ends the server at once, as a crash would: sessions break, and what was not durable is gone.</summary>
    public Task CrashAsync() => RunAsync("pg_ctl", "-D", cluster, "-m", "immediate", "-w", "stop");

    /// <summary>Starts it again after <see cref="CrashAsync"/>, on the same port.</summary>
    public Task ResumeAsync() => RunAsync("pg_ctl", "-D", cluster, "-l", cluster + ".log", "-w", "-t", "60", "start");

    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    private static async Task<PostgresServer> StartAsync(PostgresServerOptions options, int port)
    {
        var programs = PostgresServerPrograms.Installed;
        var folder = Path.GetDirectoryName(programs.PathOf("initdb"))!;
        var keeper = programs.Start("sh", "-c", Keeper, "sh", folder, options.ToConfiguration(port));
        return await keeper.StandardOutput.ReadLineAsync() is { } directory
            ? new(keeper, directory, port)
            : throw new InvalidOperationException($"PostgreSQL did not start: {await keeper.StandardError.ReadToEndAsync()}");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var programs = PostgresServerPrograms.Installed;
        using var process = programs.Start([programs.PathOf(program), .. arguments]);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {errors}{await output}");
        }
    }
}
