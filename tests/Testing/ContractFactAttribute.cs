using Xunit;
using Xunit.Sdk;

namespace OrleansContest.Testing;

/// <summary>
/// A fact of a suite that several classes inherit. It is skipped, with the reason, in those that are marked
/// <see cref="NeedsPostgresAttribute"/> where no PostgreSQL is installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("OrleansContest.Testing.ContractFactDiscoverer", "OrleansContest.Testing")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>Marks a class whose facts run on a real PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;
