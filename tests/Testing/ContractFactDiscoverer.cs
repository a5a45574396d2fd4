using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace OrleansContest.Testing;

/// <summary>Finds the facts marked <see cref="ContractFactAttribute"/>, knowing the class that inherits them.</summary>
public sealed class ContractFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var display = discoveryOptions.MethodDisplayOrDefault();
        var options = discoveryOptions.MethodDisplayOptionsOrDefault();
        yield return testMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any()
            ? new PostgresTestCase(messages, display, options, testMethod)
            : new XunitTestCase(messages, display, options, testMethod);
    }
}

/// <summary>A test that is skipped where no PostgreSQL is installed.</summary>
public sealed class PostgresTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For deserialization only")]
    public PostgresTestCase()
    {
    }

    public PostgresTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(messages, display, options, testMethod)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? PostgresServer.WhyAbsent;
}
