using System.Globalization;

namespace OrleansContest.LoadTest.Runs;

/// <summary>Whether this machine lets so many connections be made. Known on Linux only; elsewhere the attempt tells.</summary>
internal static class MachineLimits
{
    private const int spareDescriptors = 250;
    private const string limitsFile = "/proc/self/limits";
    private const string portsFile = "/proc/sys/net/ipv4/ip_local_port_range";

    /// <exception cref="LoadException">It does not.</exception>
    public static void Check(LoadPlan plan) => Check(plan, Read(limitsFile), Read(portsFile));

    /// <param name="plan">What is asked for.</param>
    /// <param name="limits">The limits of a process; empty when not known.</param>
    /// <param name="ports">The first and the last port that connections are given; empty when not known.</param>
    public static void Check(LoadPlan plan, string limits, string ports)
    {
        var perProcess = (plan.Callers / plan.Processes) + plan.Lanes + spareDescriptors;
        if (DescriptorsOf(limits) is { } descriptors && perProcess > descriptors)
        {
            throw new LoadException(
                $"{plan.Callers:N0} spectators want {perProcess:N0} file descriptors in each process, and it may have {descriptors:N0}: "
                + $"raise the limit with 'ulimit -n {perProcess}' before, or say --processes {(plan.Callers / Math.Max(1, descriptors - spareDescriptors - plan.Lanes)) + 1}.");
        }

        var sources = Math.Max(1, plan.SourceAddresses.Count);
        if (PortsOf(ports) is { } range && plan.Callers > range * sources)
        {
            throw new LoadException(
                $"{plan.Callers:N0} spectators want as many ports, and this machine gives {range:N0} to connections from one address to another: "
                + $"say --source-addresses {(plan.Callers / range) + 1}.");
        }
    }

    private static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : "";

    /// <summary>The hard limit: the runtime raises the soft one to it.</summary>
    private static int? DescriptorsOf(string limits)
    {
        var line = limits.Split('\n').FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, _, var hard, ..] && int.TryParse(hard, CultureInfo.InvariantCulture, out var most) ? most : null;
    }

    private static int? PortsOf(string ports) =>
        ports.Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries) is [var first, var last]
            && int.TryParse(first, CultureInfo.InvariantCulture, out var from) && int.TryParse(last, CultureInfo.InvariantCulture, out var to)
            ? to - from + 1
            : null;
}
