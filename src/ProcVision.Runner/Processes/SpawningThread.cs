using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ProcVision.Runner;

/// <summary>
/// Starts all children on one thread that lives as long as this process. A child that asks Linux for a signal at its parent's end gets it at the end of
/// the *thread* that started it, and threads of the pool end whenever they have been idle.
/// </summary>
internal static class SpawningThread
{
    private static readonly BlockingCollection<Order> Orders = Begin();

    /// <summary>Starts a process.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    /// <exception cref="IOException">Its pipes cannot be made.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        var order = new Order(start);
        Orders.Add(order);
        order.Done.Wait();
        order.Failure?.Throw();
        return order.Process!;
    }

    private static BlockingCollection<Order> Begin()
    {
        var orders = new BlockingCollection<Order>();
        new Thread(() => Run(orders)) { IsBackground = true, Name = "algorithm start" }.Start();
        return orders;
    }

    private static void Run(BlockingCollection<Order> orders)
    {
        foreach (var order in orders.GetConsumingEnumerable())
        {
            try
            {
                order.Process = Process.Start(order.Info);
            }
            catch (Exception e)
            {
                // Whatever it is, it belongs to whoever asked, and the next order must still be served.
                order.Failure = ExceptionDispatchInfo.Capture(e);
            }

            order.Done.Set();
        }
    }

    private sealed class Order(ProcessStartInfo info)
    {
        public ProcessStartInfo Info { get; } = info;

        public ManualResetEventSlim Done { get; } = new();

        public Process? Process { get; set; }

        public ExceptionDispatchInfo? Failure { get; set; }
    }
}
