import { renderAddress } from './address';
import { checkOneAddressSource } from './address-sources';
import { renderAws, type AwsLoadBalancerOptions } from './aws';
import { renderAzure, type AzureLoadBalancerOptions } from './azure';
import { renderCilium, type CiliumLoadBalancerOptions } from './cilium';
import { renderGke, type GkeLoadBalancerOptions } from './gke';
import { renderKubeVip, type KubeVipLoadBalancerOptions } from './kube-vip';
import type { BalancedService, LoadBalancerFields, RenderLoadBalancer } from './load-balancer-settings';
import { renderMetalLb, type MetalLbLoadBalancerOptions } from './metal-lb';
import type { Inspection } from '../service-spec/inspection';
import { parseStruct } from '../values/struct';

type RenderOptions<T> = (options: T, ...rest: Parameters<RenderLoadBalancer>) => LoadBalancerFields;

/**
 * The settings of one provider's load balancer.
 *
 * What is wrong with them is said by the Service that they are given to, in one message with everything else.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
 */
export class LoadBalancer {
  /**
   * The static address for a load balancer that reads `spec.loadBalancerIP`.
   *
   * The field works on every version but is deprecated since Kubernetes 1.24, and AWS ignores it: where there is one, use
   * the method of your provider.
   *
   * @param ip one IPv4 or IPv6 address
   */
  public static address(ip: string): LoadBalancer {
    return new LoadBalancer((service, inspection) => renderAddress(ip, service, inspection));
  }

  /**
   * A Network Load Balancer of AWS, made by the AWS Load Balancer Controller or by EKS Auto Mode.
   *
   * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
   */
  public static aws(options: AwsLoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.of(options, renderAws);
  }

  /**
   * An Azure load balancer, made by the cloud provider of AKS and of other clusters on Azure.
   *
   * @see https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/
   */
  public static azure(options: AzureLoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.of(options, renderAzure);
  }

  /**
   * An address of Cilium's LB-IPAM, announced by its BGP control plane or its L2 announcements.
   *
   * @see https://docs.cilium.io/en/stable/network/lb-ipam/
   */
  public static cilium(options: CiliumLoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.of(options, renderCilium);
  }

  /**
   * A passthrough Network Load Balancer of Google Kubernetes Engine.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters
   */
  public static gke(options: GkeLoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.of(options, renderGke);
  }

  /**
   * An address that kube-vip holds on one of the nodes, or announces.
   *
   * @see https://kube-vip.io/docs/usage/kubernetes-services/
   */
  public static kubeVip(options: KubeVipLoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.of(options, renderKubeVip);
  }

  /**
   * An address of MetalLB.
   *
   * @see https://metallb.io/usage/
   */
  public static metalLb(options: MetalLbLoadBalancerOptions = {}): LoadBalancer {
    return LoadBalancer.of(options, renderMetalLb);
  }

  private static of<T extends object>(options: T, render: RenderOptions<T>): LoadBalancer {
    return new LoadBalancer((service, inspection) => {
      const given = inspection.problems.parse('loadBalancer', parseStruct<T>, options);
      return given ? render(given, service, inspection) : {};
    });
  }

  private constructor(private readonly settings: RenderLoadBalancer) {}

  /** @internal */
  public _render(service: BalancedService, inspection: Inspection): LoadBalancerFields {
    const fields = this.settings(service, inspection);
    checkOneAddressSource(fields, service, inspection);
    return fields;
  }
}
