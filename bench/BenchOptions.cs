using System.Globalization;

namespace OrleansContest.Bench;

/// <summary>How long to measure. Rounds alternate between the sides, because machines are noisy.</summary>
/// <param name="Rounds">Rounds of each side.</param>
/// <param name="Seconds">Length of a side's turn.</param>
/// <param name="Clients">Clients at a time.</param>
/// <param name="IsCluster">Whether a cluster is measured, and not one gateway with the embedded engine.</param>
/// <param name="Silos">Silos of the cluster.</param>
/// <param name="Gateways">Gateways of the cluster.</param>
internal sealed record BenchOptions(
    int Rounds = 5, int Seconds = 4, int Clients = 64, bool IsCluster = false, int Silos = 2, int Gateways = 2)
{
    /// <exception cref="ArgumentException">An option is unknown, or its value missing.</exception>
    public static BenchOptions Parse(ReadOnlySpan<string> args, BenchOptions? defaults = null)
    {
        var options = defaults ?? new BenchOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] == "--cluster" ? options with { IsCluster = true } : options.With(args[i], args[++i..]);
        }

        return options;
    }

    private BenchOptions With(string name, ReadOnlySpan<string> rest)
    {
        var value = rest is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : throw new ArgumentException($"{name} wants a number.");
        return name switch
        {
            "--rounds" => this with { Rounds = value },
            "--seconds" => this with { Seconds = value },
            "--clients" => this with { Clients = value },
            "--silos" => this with { Silos = value, IsCluster = true },
            "--gateways" => this with { Gateways = value, IsCluster = true },
            _ => throw new ArgumentException($"Unknown option {name}."),
        };
    }
}
