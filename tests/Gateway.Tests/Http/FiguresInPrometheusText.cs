using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Metrics;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class FiguresInPrometheusText : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Meter meter;
    private readonly MetricCollector collector;

    public FiguresInPrometheusText()
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        meter = factory.Create("OrleansContest.Test");
        collector = new MetricCollector(factory);
    }

    [Fact]
    public void A_counter_ends_in_its_unit_and_total_and_sums_what_was_added()
    {
        var counter = meter.CreateCounter<long>("test.sent", "By", "Bytes sent.");
        counter.Add(3);
        counter.Add(4);

        Assert.Contains("# HELP test_sent_bytes_total Bytes sent.\n# TYPE test_sent_bytes_total counter\ntest_sent_bytes_total 7\n", Ours());
    }

    [Fact]
    public void A_name_that_has_its_unit_already_does_not_get_it_twice()
    {
        meter.CreateCounter<long>("test.sent_bytes", "By").Add(1);

        Assert.Contains("\ntest_sent_bytes_total 1\n", Ours());
    }

    [Fact]
    public void What_goes_up_and_down_is_a_gauge()
    {
        var open = meter.CreateUpDownCounter<int>("test.connections", "{connection}");
        open.Add(5);
        open.Add(-2);

        Assert.Contains("# TYPE test_connections gauge\ntest_connections 3\n", Ours());
    }

    [Fact]
    public void A_gauge_shows_what_was_recorded_last()
    {
        var gauge = meter.CreateGauge<double>("test.fill", "1");
        gauge.Record(0.25);
        gauge.Record(0.75);

        Assert.Contains("\ntest_fill_ratio 0.75\n", Ours());
    }

    [Fact]
    public void An_observed_gauge_is_asked_at_each_reading_and_forgets_tags_that_are_gone()
    {
        var measurements = new List<Measurement<int>> { new(1, new KeyValuePair<string, object?>("channel", "a")) };
        meter.CreateObservableGauge("test.waiting", () => measurements.ToArray());
        Assert.Contains("test_waiting{channel=\"a\"} 1\n", Ours());

        measurements[0] = new(2, new KeyValuePair<string, object?>("channel", "b"));
        Assert.Contains("test_waiting{channel=\"b\"} 2\n", Ours());
        Assert.DoesNotContain("channel=\"a\"", Ours());
    }

    [Fact]
    public void An_observed_counter_is_not_added_up_over_readings()
    {
        meter.CreateObservableCounter("test.seen", () => 42L);

        Ours();
        Assert.Contains("\ntest_seen_total 42\n", Ours());
    }

    [Fact]
    public void A_histogram_counts_cumulatively_up_to_each_bound()
    {
        var histogram = meter.CreateHistogram("test.flush", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        histogram.Record(0.1);
        histogram.Record(0.5);
        histogram.Record(7);

        Assert.Contains(
            """
            # TYPE test_flush_seconds histogram
            test_flush_seconds_bucket{le="0.1"} 1
            test_flush_seconds_bucket{le="1"} 2
            test_flush_seconds_bucket{le="+Inf"} 3
            test_flush_seconds_sum 7.6
            test_flush_seconds_count 3

            """,
            Ours());
    }

    [Fact]
    public void A_histogram_with_tags_keeps_them_before_the_bound()
    {
        meter.CreateHistogram<long>("test.batch", "{record}").Record(1_000_000, new KeyValuePair<string, object?>("kind", "contest"));

        Assert.Contains("test_batch_bucket{kind=\"contest\",le=\"10000\"} 0\ntest_batch_bucket{kind=\"contest\",le=\"+Inf\"} 1\n", Ours());
    }

    [Fact]
    public void Quotes_backslashes_and_line_breaks_are_escaped()
    {
        meter.CreateCounter<int>("test.odd", description: "A \\ and\na break").Add(1, new KeyValuePair<string, object?>("what.is", "a\"b\\c\nd"));

        Assert.Contains("# HELP test_odd_total A \\\\ and\\na break\n", Ours());
        Assert.Contains("test_odd_total{what_is=\"a\\\"b\\\\c\\nd\"} 1\n", Ours());
    }

    [Fact]
    public void Sets_of_tags_beyond_the_bound_are_counted_together()
    {
        var counter = meter.CreateCounter<int>("test.many");
        for (var i = 0; i < MetricFamily.MaxSeries + 10; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("i", i));
        }

        Assert.Contains("test_many_total{otel_metric_overflow=\"true\"} 10\n", Ours());
    }

    [Fact]
    public void Nothing_is_lost_when_many_threads_record()
    {
        var counter = meter.CreateCounter<long>("test.busy");
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                counter.Add(1, new KeyValuePair<string, object?>("tag", i % 3));
            }
        });

        var total = Ours().Split('\n').Where(line => line.StartsWith("test_busy_total{", StringComparison.Ordinal))
            .Sum(line => long.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(80_000, total);
    }

    [Fact]
    public void Meters_of_others_and_of_another_gateway_are_left_out()
    {
        using var elsewhere = new ServiceCollection().AddMetrics().BuildServiceProvider();
        elsewhere.GetRequiredService<IMeterFactory>().Create("OrleansContest.Test").CreateCounter<int>("test.elsewhere").Add(1);
        services.GetRequiredService<IMeterFactory>().Create("Somebody.Else").CreateCounter<int>("test.foreign").Add(1);

        Assert.DoesNotContain("test_elsewhere", Ours());
        Assert.DoesNotContain("test_foreign", Ours());
    }

    public void Dispose()
    {
        collector.Dispose();
        services.Dispose();
    }

    private string Ours() => collector.Text();
}
