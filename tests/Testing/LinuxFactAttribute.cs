using Xunit;

namespace OrleansContest.Testing;

/// <summary>A fact that uses what only Linux has; skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "It uses what only Linux has.";
}
